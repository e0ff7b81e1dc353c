import { ActionForm, type ActionFormProps } from '@/components/ui/action-form';
import { SelectField, TextareaField, TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { countOf, formatNumber } from '@/lib/domain/russian';
import type { Participation, SignUpRow } from '@/lib/portal/event-participation/views';
import { SignUpStateMark } from './sign-up-state';

interface ParticipationPanelProps {
  participation: Participation;
  capacity: number | null;
  /** of a principal */
  ownSchoolId: string | null;
  signUp: ActionFormProps['send'];
  withdraw: (schoolId: string) => ActionFormProps['send'];
  mark: ActionFormProps['send'];
  giveFeedback: ActionFormProps['send'];
}

const MARKS = [
  { value: '', label: 'выберите' },
  ...[5, 4, 3, 2, 1].map((mark) => ({ value: String(mark), label: String(mark) })),
];

/** Who takes part: a school's own sign-up and feedback, or for МОЦ everybody with the marks at the door. */
export function ParticipationPanel(props: ParticipationPanelProps) {
  const { participation, capacity, ownSchoolId } = props;
  const { confirmed, waiting, signUps, attended } = participation;
  const own = signUps.find(({ schoolId }) => schoolId === ownSchoolId);
  const words = [
    capacity === null
      ? countOf(confirmed, 'участник записан', 'участника записаны', 'участников записаны')
      : `занято ${confirmed} из ${countOf(capacity, 'места', 'мест', 'мест')}`,
    ...(waiting > 0 ? [`ждут ${waiting}`] : []),
    ...(attended === null || ownSchoolId ? [] : [`пришли ${attended}`]),
  ];
  return (
    <Panel title="Участие" description={words.join(', ')}>
      <div className="space-y-6">{ownSchoolId ? <OwnSignUp {...props} own={own} /> : <Everybody {...props} />}</div>
    </Panel>
  );
}

function OwnSignUp({
  participation: { maySignUp, mayGiveFeedback, feedback },
  own,
  signUp,
  withdraw,
  giveFeedback,
}: ParticipationPanelProps & { own: SignUpRow | undefined }) {
  const comes = own && own.state !== 'WITHDRAWN';
  const given = feedback[0];
  return (
    <>
      {own ? (
        <p className="flex flex-wrap items-center gap-3">
          <SignUpStateMark state={own.state} place={own.place} own />
          {comes ? countOf(own.participants, 'участник', 'участника', 'участников') : null}
          {own.posts ? <span className="text-muted">{own.posts}</span> : null}
        </p>
      ) : maySignUp ? null : (
        <p className="text-muted">Ваша школа не записывалась.</p>
      )}
      {maySignUp ? (
        <ActionForm send={signUp} className="flex flex-wrap items-end gap-3">
          <TextField
            label="Сколько человек придёт"
            name="participants"
            type="number"
            min={1}
            max={999}
            defaultValue={comes ? own.participants : ''}
          />
          <TextField
            label="Должности"
            name="posts"
            optional
            hint="Без имён."
            defaultValue={own?.posts ?? ''}
            fieldClassName="min-w-64 flex-1"
          />
          <SubmitButton pendingText="Записываем…">{comes ? 'Изменить запись' : 'Записаться'}</SubmitButton>
        </ActionForm>
      ) : null}
      {comes && maySignUp ? (
        <ActionForm send={withdraw(own.schoolId)}>
          <SubmitButton variant="quiet" size="sm" pendingText="Отменяем…">
            Отказаться от участия
          </SubmitButton>
        </ActionForm>
      ) : null}
      {mayGiveFeedback ? (
        <ActionForm send={giveFeedback} className="space-y-3 border-t border-line pt-4">
          <h3 className="font-semibold">{given ? 'Ваш отзыв' : 'Оцените мероприятие'}</h3>
          <div className="flex flex-wrap gap-4">
            <SelectField
              label="Полезно, от 1 до 5"
              name="useful"
              defaultValue={given ? String(given.useful) : ''}
              options={MARKS}
            />
            <SelectField
              label="Применимо в школе, от 1 до 5"
              name="applicable"
              defaultValue={given ? String(given.applicable) : ''}
              options={MARKS}
            />
          </div>
          <TextareaField
            label="Что взяли в работу"
            name="feedback"
            rows={3}
            optional
            defaultValue={given?.text ?? ''}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить отзыв</SubmitButton>
        </ActionForm>
      ) : null}
    </>
  );
}

function Everybody({ participation, signUp, withdraw, mark }: ParticipationPanelProps) {
  const { signUps, feedback, useful, applicable, schools, maySignUp, mayMark } = participation;
  const options = [
    { value: '', label: 'выберите школу' },
    ...schools.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      {signUps.length > 0 ? (
        <Table caption="Записавшиеся школы">
          <TableHead>
            <tr>
              <HeaderCell>Школа</HeaderCell>
              <HeaderCell>Запись</HeaderCell>
              <HeaderCell>Придут</HeaderCell>
              <HeaderCell>Пришли</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {signUps.map((row) => (
              <TableRow key={row.schoolId}>
                <RowHeader className="font-normal">
                  {row.school}
                  {row.posts ? <span className="block text-sm text-muted">{row.posts}</span> : null}
                </RowHeader>
                <Cell>
                  <SignUpStateMark state={row.state} place={row.place} />
                  {maySignUp && row.state !== 'WITHDRAWN' ? (
                    <ActionForm send={withdraw(row.schoolId)} className="mt-1">
                      <SubmitButton
                        variant="quiet"
                        size="sm"
                        pendingText="Минуту…"
                        aria-label={`Снять запись: ${row.school}`}
                      >
                        Снять
                      </SubmitButton>
                    </ActionForm>
                  ) : null}
                </Cell>
                <Cell className="tabular-nums">{row.participants}</Cell>
                <Cell>
                  {mayMark ? (
                    <ActionForm send={mark} className="flex items-end gap-2">
                      <input type="hidden" name="schoolId" value={row.schoolId} />
                      <TextField
                        label={`Пришли: ${row.school}`}
                        labelHidden
                        name="attended"
                        id={`attended-${row.schoolId}`}
                        type="number"
                        min={0}
                        max={999}
                        defaultValue={row.attended ?? ''}
                        fieldClassName="w-24"
                      />
                      <SubmitButton
                        size="sm"
                        variant="secondary"
                        pendingText="…"
                        aria-label={`Отметить: ${row.school}`}
                      >
                        Отметить
                      </SubmitButton>
                    </ActionForm>
                  ) : (
                    (row.attended ?? '—')
                  )}
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : (
        <p className="text-muted">Никто не записался.</p>
      )}
      {maySignUp ? (
        <details>
          <summary className="link w-fit cursor-pointer">Записать школу, которая сообщила по телефону</summary>
          <ActionForm send={signUp} className="mt-3 flex flex-wrap items-end gap-3">
            <SelectField label="Школа" name="schoolId" defaultValue="" options={options} />
            <TextField label="Сколько человек" name="participants" type="number" min={1} max={999} />
            <TextField label="Должности" name="posts" optional hint="Без имён." />
            <SubmitButton pendingText="Записываем…">Записать</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
      {mayMark ? (
        <details>
          <summary className="link w-fit cursor-pointer">Отметить школу, которая пришла без записи</summary>
          <ActionForm send={mark} className="mt-3 flex flex-wrap items-end gap-3">
            <SelectField label="Школа" name="schoolId" id="came" defaultValue="" options={options} />
            <TextField label="Сколько пришло" name="attended" id="attended-new" type="number" min={0} max={999} />
            <SubmitButton pendingText="Отмечаем…">Отметить</SubmitButton>
          </ActionForm>
        </details>
      ) : null}
      {feedback.length > 0 ? (
        <div>
          <h3 className="font-semibold">Отзывы школ</h3>
          <p className="text-muted">
            Полезно {formatNumber(useful, 1)}, применимо {formatNumber(applicable, 1)} из 5,{' '}
            {countOf(feedback.length, 'отзыв', 'отзыва', 'отзывов')}.
          </p>
          <ul className="mt-2 divide-y divide-line">
            {feedback.map(({ school, useful: good, applicable: fits, text }) => (
              <li key={school} className="py-2">
                <span className="font-medium">{school}</span>: {good} и {fits}
                {text ? <p className="whitespace-pre-line">{text}</p> : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
