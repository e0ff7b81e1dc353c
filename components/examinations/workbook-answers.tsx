import { Checkbox } from '@/components/ui/checkbox';
import { DescriptionList } from '@/components/ui/description-list';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import type { PartContent } from '@/lib/domain/support/examination';
import type { WorkbookQuestion, WorkbookSection } from '@/lib/domain/support/workbook';

interface WorkbookProps {
  sections: readonly WorkbookSection[];
  content: PartContent['WORKBOOK'];
}

const YES_NO = [
  { value: '', label: 'не отвечено' },
  { value: 'yes', label: 'да' },
  { value: 'no', label: 'нет' },
];
const SCALE = [
  { value: '', label: 'не отвечено' },
  { value: '1', label: '1 — очень плохо' },
  { value: '2', label: '2' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '5', label: '5 — хорошо' },
];

/** The questions for the school's team. */
export function WorkbookFields({ sections, content }: WorkbookProps) {
  return (
    <>
      {sections.map(({ title, questions }) => (
        <fieldset key={title} className="space-y-4 border-t border-line pt-4">
          <legend className="float-left mb-2 w-full font-semibold">{title}</legend>
          {questions.map((question) => (
            <QuestionField key={question.id} question={question} answer={content.answers[question.id] ?? ''} />
          ))}
        </fieldset>
      ))}
      <fieldset className="space-y-4 border-t border-line pt-4">
        <legend className="float-left mb-2 w-full font-semibold">Кто заполнял</legend>
        <TextField label="Команда школы" name="team" defaultValue={content.team} hint="Должности, без имён." />
        <Checkbox
          name="psychologist"
          value="yes"
          label="С участием службы психолого-педагогического сопровождения"
          defaultChecked={content.psychologist}
        />
      </fieldset>
    </>
  );
}

function QuestionField({ question: { id, kind, text }, answer }: { question: WorkbookQuestion; answer: string }) {
  const shared = { id, name: `answer:${id}`, label: text, defaultValue: answer };
  if (kind === 'YES_NO') return <SelectField {...shared} options={YES_NO} fieldClassName="max-w-xl" />;
  if (kind === 'SCALE') return <SelectField {...shared} options={SCALE} fieldClassName="max-w-xl" />;
  if (kind === 'NUMBER') return <TextField {...shared} inputMode="numeric" fieldClassName="max-w-xl" />;
  return <TextareaField {...shared} rows={3} hint="Без имён учеников." />;
}

const WORDS: Readonly<Record<string, string>> = { yes: 'да', no: 'нет' };

/** The answers as everybody else reads them. */
export function WorkbookAnswers({ sections, content }: WorkbookProps) {
  return (
    <div className="space-y-6">
      {sections.map(({ title, questions }) => (
        <section key={title}>
          <h3 className="font-semibold">{title}</h3>
          <DescriptionList
            items={questions.map(({ id, text }) => {
              const answer = content.answers[id] ?? '';
              return {
                term: text,
                value: answer === '' ? <span className="text-muted">нет ответа</span> : (WORDS[answer] ?? answer),
              };
            })}
          />
        </section>
      ))}
      {content.team ? (
        <p className="text-sm text-muted">
          Заполняли: {content.team}
          {content.psychologist ? ', с участием психолога' : ''}.
        </p>
      ) : null}
    </div>
  );
}
