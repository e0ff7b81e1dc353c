/** What the library of a centre holds: normative acts and methodical materials, and how an act is cited. */
import { formatDay } from '@/lib/domain/library/day';

export const DOCUMENT_KINDS = { ACT: 'Нормативный акт', MATERIAL: 'Методический материал' } as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

export const DOCUMENT_TYPES = {
  ACT: ['Приказ', 'Распоряжение', 'Письмо', 'Положение', 'Постановление', 'Закон', 'Соглашение', 'Иной акт'],
  MATERIAL: ['Отчёт', 'Анализ', 'Рекомендации', 'Рабочая тетрадь', 'Программа', 'Опыт школы', 'Иной материал'],
} as const satisfies Record<DocumentKind, readonly string[]>;

export const DOCUMENT_LEVELS = {
  FEDERAL: 'Федеральный',
  REGIONAL: 'Региональный',
  MUNICIPAL: 'Муниципальный',
  SCHOOL: 'Школьный',
} as const;
export type DocumentLevel = keyof typeof DOCUMENT_LEVELS;

export const DOCUMENT_AUDIENCES = {
  PUBLIC: 'Все, и без входа',
  SCHOOLS: 'Школы и МОЦ',
  CENTRE: 'Только МОЦ и СОИРО',
} as const;
export type DocumentAudience = keyof typeof DOCUMENT_AUDIENCES;

/** «Приказ Департамента … от 26.02.2018 № 161-ОД»: what is not known is left out. */
export function cited(act: { type: string; issuer: string; issuedOn: string | null; number: string }): string {
  return [
    act.type,
    act.issuer && `(${act.issuer})`,
    act.issuedOn && `от ${formatDay(act.issuedOn)}`,
    act.number && `№ ${act.number}`,
  ]
    .filter(Boolean)
    .join(' ');
}
