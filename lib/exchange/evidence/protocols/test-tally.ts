/** The counts of one school's test while its pupils' lines go by. No line is kept. */
import type { VprScaleFact } from '@/lib/domain/evidence/facts';
import type { Subject } from '@/lib/domain/evidence/subjects';
import { type Found, scaleKey } from '../layout';
import type { SchoolText } from '../school-text';
import { cellName } from '../table';
import type { TaskColumn } from './task-column';

const NO_MARK = 0;

export class TestTally {
  /** a line of it is at fault: what the others say together would be wrong */
  isFaulty = false;
  private readonly school: SchoolText;
  private readonly schoolYear: string;
  private readonly test: { grade: number; subject: Subject };
  private readonly tasks: readonly TaskColumn[];
  private readonly row: number;
  private readonly pupils: number[] = [];
  /** by journal mark: how many got each score */
  private readonly byPrevious = new Map<number, number[]>();
  private readonly points: number[];
  private readonly scored: number[];

  constructor(
    school: SchoolText,
    schoolYear: string,
    test: { grade: number; subject: Subject },
    tasks: readonly TaskColumn[],
    row: number,
  ) {
    this.school = school;
    this.schoolYear = schoolYear;
    this.test = test;
    this.tasks = tasks;
    this.row = row;
    this.points = tasks.map(() => 0);
    this.scored = tasks.map(() => 0);
  }

  add(total: number, previousMark: number | null): void {
    while (this.pupils.length <= total) this.pupils.push(0);
    this.pupils[total] = (this.pupils[total] ?? 0) + 1;
    const scores = this.byPrevious.get(previousMark ?? NO_MARK) ?? [];
    scores[total] = (scores[total] ?? 0) + 1;
    this.byPrevious.set(previousMark ?? NO_MARK, scores);
  }

  /** null: a task that was not scored */
  addTasks(points: readonly (number | null)[]): void {
    points.forEach((value, index) => {
      if (value === null) return;
      this.points[index] = (this.points[index] ?? 0) + value;
      this.scored[index] = (this.scored[index] ?? 0) + 1;
    });
  }

  found(scales: ReadonlyMap<string, VprScaleFact>): Found[] {
    if (this.isFaulty) {
      const message = 'Итоги этой школы не посчитаны: в её строках есть ошибки. Исправьте их и загрузите файл снова.';
      return [{ type: 'fault', cell: cellName(this.row, 0), message }];
    }
    const common = { type: 'fact' as const, schoolYear: this.schoolYear, school: this.school, row: this.row };
    const found: Found[] = [];
    const scale = scales.get(scaleKey(this.schoolYear, this.test.grade, this.test.subject));
    const maximum = scale?.maximum ?? this.greatestScore();
    if (this.pupils.length > 0) {
      while (maximum !== null && this.pupils.length <= maximum) this.pupils.push(0);
      found.push({ ...common, kind: 'VPR_SCORES', fact: { ...this.test, pupils: this.pupils } });
    }
    this.tasks.forEach(({ task, level, maximum: most }, index) => {
      const participants = this.scored[index] ?? 0;
      if (level === null || most === null || most === 0 || participants === 0) return;
      const percent = Math.round(((this.points[index] ?? 0) / (participants * most)) * 10_000) / 100;
      found.push({ ...common, kind: 'VPR_TASKS', fact: { ...this.test, task, level, participants, percent } });
    });
    return scale ? [...found, ...this.byScale(scale, common)] : found;
  }

  /** What the headers of the tasks say together; null where one of them does not tell. */
  private greatestScore(): number | null {
    return this.tasks.reduce<number | null>(
      (sum, { maximum }) => (sum === null || maximum === null ? null : sum + maximum),
      this.tasks.length > 0 ? 0 : null,
    );
  }

  private byScale(
    scale: VprScaleFact,
    common: { type: 'fact'; schoolYear: string; school: SchoolText; row: number },
  ): Found[] {
    const markOf = (score: number) =>
      score >= scale.from5 ? 5 : score >= scale.from4 ? 4 : score >= scale.from3 ? 3 : 2;
    const marks = [0, 0, 0, 0];
    this.pupils.forEach((count, score) => {
      marks[markOf(score) - 2] = (marks[markOf(score) - 2] ?? 0) + count;
    });
    const [n2 = 0, n3 = 0, n4 = 0, n5 = 0] = marks;
    const participants = n2 + n3 + n4 + n5;
    const found: Found[] = [{ ...common, kind: 'VPR_MARKS', fact: { ...this.test, participants, n2, n3, n4, n5 } }];
    const journal = { lowered: 0, confirmed: 0, raised: 0, gap2: 0 };
    for (const [previous, scores] of this.byPrevious) {
      if (previous === NO_MARK) continue;
      scores.forEach((count, score) => {
        const difference = markOf(score) - previous;
        journal[difference < 0 ? 'lowered' : difference > 0 ? 'raised' : 'confirmed'] += count;
        if (Math.abs(difference) >= 2) journal.gap2 += count;
      });
    }
    if (journal.lowered + journal.confirmed + journal.raised === 0) return found;
    return [...found, { ...common, kind: 'VPR_JOURNAL', fact: { ...this.test, ...journal } }];
  }
}
