/** What the fields of made reports mean; joined to the notes of all fields. */
const KIND =
  'Вид: year — годовой отчёт центра, results — ГИА, ВПР и ВсОШ, causes — причины неуспешности, list — список с приказом, dossier — досье школы.';

export const REPORT_NOTES: Readonly<Record<string, string>> = {
  'MadeReport.kind': KIND,
  'askForReport.kind': KIND,
  'askForReport.municipalityId': 'Муниципалитет; без него — свой.',
  'askForReport.schoolId': 'Школа, для отчётов об одной школе.',
  'MadeReport.schoolId': 'Школа; null — отчёт о муниципалитете.',
  'MadeReport.format': 'Формат файла.',
  'askForReport.format': 'Формат файла; xlsx — у отчётов, где есть формулы.',
  'MadeReport.state': 'QUEUED — в очереди, RUNNING — собирается, DONE — готов, FAILED — не получилось.',
  progress: 'Сколько сделано, процентов от 0 до 100.',
  step: 'Что делается сейчас; пусто — ждёт или закончено.',
  askedBy: 'Кто просил.',
  askedAt: 'Когда просили.',
  'MadeReport.finishedAt': 'Когда закончили; null — ещё нет.',
  failure: 'Почему не получилось; null — получилось или ещё не закончено.',
  fileName: 'Имя файла; null — файла ещё нет.',
  'MadeReport.size': 'Размер файла, байт; null — файла ещё нет.',
  'MadeReport.sha256': 'Контрольная сумма файла; null — файла ещё нет.',
};
