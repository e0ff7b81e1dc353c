'use client';

import { type KeyboardEvent, useState } from 'react';
import { meaningOfKey, placeOf } from '@/components/cards/fill/answer-keys';
import { QuestionHelp } from '@/components/cards/fill/question-help';
import { SignAnswer } from '@/components/cards/fill/sign-answer';
import { YesNoAnswer } from '@/components/cards/fill/yes-no-answer';
import { LiveRegion } from '@/components/ui/live-region';
import type { Answer } from '@/lib/domain/answers';
import {
  applies,
  type CriterionDefinition,
  type InstrumentDefinition,
  type SchoolGrades,
  type TableDefinition,
} from '@/lib/domain/instrument';
import { countOf, formatNumber } from '@/lib/domain/russian';
import { scoreOf } from '@/lib/domain/scoring';
import { ruleInWords } from './instrument-words';

interface InstrumentPreviewProps {
  definition: InstrumentDefinition;
  grades: SchoolGrades;
}

type Answers = Record<string, Answer>;

/** The form as a principal of such a school sees it; answers can be tried and are kept nowhere. */
export function InstrumentPreview({ definition, grades }: InstrumentPreviewProps) {
  const [answers, setAnswers] = useState<Answers>({});
  const tables = definition.tables.map((table) => askedTable(table, grades)).filter((table) => table.groups.length > 0);
  const declared = Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, { declared: answer }]));
  const score = scoreOf(definition, grades, declared);
  const questions = tables.flatMap((table) => table.groups.flatMap((group) => group.criteria));
  const answered = questions.filter((criterion) => (answers[criterion.code] ?? null) !== null).length;
  const sum = `Сумма отрицательных критериев: ${formatNumber(score.negativeSum)} из ${formatNumber(score.maximum)}`;
  let number = 0;
  return (
    <>
      <LiveRegion text={answered > 0 ? sum : ''} />
      <div className="sticky top-0 z-10 mb-6 flex flex-wrap justify-between gap-x-6 gap-y-1 rounded-lg border border-line-strong bg-raised px-4 py-3 sm:px-5">
        <p className="font-semibold tabular-nums">{sum}</p>
        <p className="text-muted tabular-nums">
          Отвечено {answered} из {questions.length}
        </p>
      </div>
      <div className="space-y-10">
        {tables.map((table) => (
          <section key={table.code} aria-label={table.title}>
            <h2 className="text-xl font-semibold">{table.title}</h2>
            {table.groups.map((group) => (
              <section key={group.code} aria-label={group.title} className="mt-6">
                <h3 className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 text-lg font-semibold">
                  {group.title}
                  <span className="text-sm font-normal text-muted">
                    {countOf(group.criteria.length, 'вопрос', 'вопроса', 'вопросов')}
                  </span>
                </h3>
                <ol className="space-y-4">
                  {group.criteria.map((criterion) => {
                    number += 1;
                    return (
                      <PreviewedQuestion
                        key={criterion.code}
                        criterion={criterion}
                        number={number}
                        answer={answers[criterion.code] ?? null}
                        onAnswer={(answer) => setAnswers((before) => ({ ...before, [criterion.code]: answer }))}
                      />
                    );
                  })}
                </ol>
              </section>
            ))}
          </section>
        ))}
      </div>
    </>
  );
}

function askedTable(table: TableDefinition, grades: SchoolGrades): TableDefinition {
  const groups = table.groups.map((group) => ({
    ...group,
    criteria: group.criteria.filter((criterion) => applies(criterion.applicability, grades)),
  }));
  return { ...table, groups: groups.filter((group) => group.criteria.length > 0) };
}

interface PreviewedQuestionProps {
  criterion: CriterionDefinition;
  number: number;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

function PreviewedQuestion({ criterion, number, answer, onAnswer }: PreviewedQuestionProps) {
  const helpId = `help-${criterion.code}`;
  const byKey = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const meaning = meaningOfKey(event.key, placeOf(document.activeElement), criterion, answer);
    if (meaning && 'answer' in meaning) onAnswer(meaning.answer);
  };
  return (
    // The keys 1, 2, 3 work while the focus is on one of its answers: the answers are the controls, not the frame.
    <li onKeyDown={byKey} className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <p className="mb-2 text-sm text-muted">
        Вопрос {number} · <span className="tabular-nums">{criterion.code}</span>
      </p>
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_18rem] xl:gap-x-6">
        <fieldset className="min-w-0" aria-describedby={criterion.help ? helpId : undefined}>
          <legend className="mb-4 max-w-3xl text-lg leading-snug font-semibold sm:text-xl">
            {criterion.text || 'Без формулировки'}
          </legend>
          {criterion.type === 'YES_NO' ? (
            <YesNoAnswer criterion={criterion.code} answer={answer} onAnswer={onAnswer} />
          ) : (
            <SignAnswer criterion={criterion} answer={answer} onAnswer={onAnswer} />
          )}
        </fieldset>
        <QuestionHelp
          id={helpId}
          criterion={criterion}
          lastYear={null}
          byData={criterion.rule ? `«Да», если ${ruleInWords(criterion.rule)}` : ''}
        />
      </div>
    </li>
  );
}
