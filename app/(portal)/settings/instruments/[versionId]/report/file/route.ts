import { type RowColumn, tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { type CriterionDiagnosis, diagnosisWords, FINDING_NAMES } from '@/lib/domain/instrument-diagnostics';
import { formatSchoolYear } from '@/lib/domain/russian';
import { criteriaReport } from '@/lib/portal/instruments/queries';
import { reportChoiceSchema } from '@/lib/portal/instruments/schema';

/** Criteria with what was found about them, `?format=csv|xlsx&year=&year=&municipality=`. */
export function GET(request: Request, { params }: { params: Promise<{ versionId: string }> }): Promise<Response> {
  const years = new URL(request.url).searchParams.getAll('year');
  return tableFileOf(request, params, 'versionId', async (id, viewer, { municipality }) => {
    const choice = reportChoiceSchema.parse({ years, municipalityId: municipality || null });
    const report = await criteriaReport(viewer, id, choice);
    if (!report.ok) return report;
    const { version, diagnoses, cards } = report.value;
    const chosen = report.value.years.filter((year) => year.chosen).map((year) => formatSchoolYear(year.schoolYear));
    return done(
      tableOf('Отчёт о критериях', diagnoses, COLUMNS, [
        `${version.title}, версия ${version.number}`,
        `Учтены годы: ${chosen.join(', ') || 'нет'}; принятых карт: ${cards}`,
      ]),
    );
  });
}

const COLUMNS: readonly RowColumn<CriterionDiagnosis>[] = [
  { header: 'Код', of: ({ code }) => code },
  { header: 'Критерий', width: 70, of: ({ text }) => text },
  { header: 'Карт', format: 'integer', of: ({ cards }) => cards },
  { header: 'Сработал', format: 'integer', of: ({ fires }) => fires },
  { header: 'Доля', format: 'share', of: ({ share }) => share },
  { header: 'Связь с остальными, r', format: 'decimal', of: ({ restCorrelation }) => restCorrelation },
  {
    header: 'Вывод',
    width: 30,
    of: ({ findings }) => findings.map((finding) => FINDING_NAMES[finding]).join('; ') || 'замечаний нет',
  },
  { header: 'Пояснение', width: 70, of: (diagnosis) => diagnosisWords(diagnosis) },
];
