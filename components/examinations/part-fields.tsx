import { LineFields } from '@/components/support/line-fields';
import { TextareaField, TextField } from '@/components/ui/field';
import {
  type PartContent,
  SUGGESTED_CHECKLIST,
  SUGGESTED_REPORTS,
  SUGGESTED_THEMES,
} from '@/lib/domain/support/examination';
import type { PartView } from '@/lib/portal/examinations/views';

const MARKS = [
  { value: '', label: '—' },
  { value: 'YES', label: 'да' },
  { value: 'PARTLY', label: 'частично' },
  { value: 'NO', label: 'нет' },
];

/** What МОЦ writes down in a part, by its kind. */
export function PartFields({ part }: { part: PartView }) {
  switch (part.kind) {
    case 'DOCUMENTS':
      return <DocumentsFields content={part.content as PartContent['DOCUMENTS']} />;
    case 'INTERVIEW':
      return <InterviewFields content={part.content as PartContent['INTERVIEW']} />;
    case 'VISIT':
      return <VisitFields content={part.content as PartContent['VISIT']} />;
    case 'SURVEY':
      return <SurveyFields content={part.content as PartContent['SURVEY']} />;
    case 'WORKBOOK':
      return <p className="text-muted">Тетрадь заполняет команда школы: ответы стоят ниже.</p>;
  }
}

function DocumentsFields({ content }: { content: PartContent['DOCUMENTS'] }) {
  const suggested =
    content.reports.length === 0 ? SUGGESTED_REPORTS.map((title) => ({ title, link: '', result: '' })) : [];
  return (
    <>
      <LineFields
        legend="Изученные документы"
        hint={suggested.length > 0 ? 'Подставлены отчёты, которые обычно изучают: уберите лишние.' : undefined}
        lines={[...content.reports, ...suggested]}
        blank={2}
        columns={[
          { name: 'title', label: 'Документ', className: 'min-w-64 flex-1' },
          { name: 'link', label: 'Ссылка', className: 'min-w-48 flex-1' },
          { name: 'result', label: 'Что показал', long: true, className: 'w-full' },
        ]}
      />
      <TextareaField label="Общий итог проверки документов" name="summary" rows={4} defaultValue={content.summary} />
    </>
  );
}

function InterviewFields({ content }: { content: PartContent['INTERVIEW'] }) {
  return (
    <>
      <TextField
        label="Тема"
        name="theme"
        list="themes"
        defaultValue={content.theme}
        hint="Можно выбрать из подсказок или написать свою."
      />
      <datalist id="themes">
        {SUGGESTED_THEMES.map((theme) => (
          <option key={theme} value={theme} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Кто от МОЦ" name="centrePeople" defaultValue={content.centrePeople} />
        <TextField label="Кто от СОИРО" name="regionPeople" optional defaultValue={content.regionPeople} />
      </div>
      <TextareaField
        label="Протокол"
        name="minutes"
        rows={8}
        defaultValue={content.minutes}
        hint="О чём говорили и о чём договорились. Без имён учеников."
      />
    </>
  );
}

function VisitFields({ content }: { content: PartContent['VISIT'] }) {
  const suggested =
    content.checklist.length === 0 ? SUGGESTED_CHECKLIST.map((text) => ({ text, mark: '', note: '' })) : [];
  return (
    <>
      <LineFields
        legend="Лист проверки"
        hint={suggested.length > 0 ? 'Подставлен наш примерный список: измените его под школу.' : undefined}
        lines={[...content.checklist, ...suggested]}
        blank={2}
        columns={[
          { name: 'text', label: 'Что проверяется', className: 'min-w-64 flex-[2]' },
          { name: 'mark', label: 'Отметка', options: MARKS, className: 'w-36' },
          { name: 'note', label: 'Примечание', className: 'min-w-48 flex-1' },
        ]}
      />
      <TextareaField label="Итог выезда" name="summary" rows={5} defaultValue={content.summary} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Номер акта" name="actNumber" optional defaultValue={content.actNumber} />
        <TextField label="Дата акта" name="actDate" type="date" optional defaultValue={content.actDate} />
      </div>
    </>
  );
}

function SurveyFields({ content }: { content: PartContent['SURVEY'] }) {
  return (
    <>
      <TextField label="Методика" name="method" defaultValue={content.method} />
      <TextareaField
        label="Итог"
        name="summary"
        rows={5}
        defaultValue={content.summary}
        hint="Обобщённо, без имён и без сведений об отдельных учениках."
      />
    </>
  );
}
