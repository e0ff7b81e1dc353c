/** Headers of tasks in protocols of ВПР. domain.md 8.1 */
import type { TaskLevel } from '@/lib/domain/evidence/facts';
import { taskLevelOf } from '../kinds/vpr';

export interface TaskColumn {
  field: string;
  task: string;
  /** null: the header does not tell it */
  maximum: number | null;
  level: TaskLevel | null;
}

/** «5 (2б)», «5 (2б, П)», «1К1 (4 б)», «10.2», «a-1-grade»; null: no task. */
export function taskColumn(header: string): TaskColumn | null {
  const old = /^a-(\d+(?:[._-]?k?\d+)*)-grade$/i.exec(header.trim())?.[1];
  const match = /^(\d{1,2}(?:\s*[.,]\s*\d{1,2})?(?:\s*[КKкk]\s*\d)?)\s*(?:\(([^()]*)\)\s*([БПВ])?)?$/u.exec(
    header.trim(),
  );
  const name = old ?? match?.[1];
  if (name === undefined) return null;
  const inner = match?.[2] ?? '';
  const maximum = /(\d{1,2})\s*б(?![а-я]{3,}(?:зов|выш))/iu.exec(inner)?.[1] ?? /^\s*(\d{1,2})\s*$/.exec(inner)?.[1];
  const level = match?.[3] ?? inner.split(/[,;]/).map(taskLevelOf).find(Boolean);
  const task = name.replace(/\s/g, '').replaceAll(',', '.').replace(/[kкK]/g, 'К').replace(/[_-]/g, '.');
  return {
    field: `task:${task}`,
    task,
    maximum: maximum === undefined ? null : Number(maximum),
    level: level ? taskLevelOf(level) : null,
  };
}
