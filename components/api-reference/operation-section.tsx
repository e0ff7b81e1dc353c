import type { ApiOperation } from '@/lib/portal/api-description/views';
import { ApiText, ComponentLink } from './api-text';
import { CodeBlock } from './code-block';
import { FieldTable } from './field-table';
import { MethodName } from './method-name';

/** One address and method: what it is for, who may, what to send, what comes back, how it refuses. */
export function OperationSection({ operation }: { operation: ApiOperation }) {
  const { id, method, path, summary, notes, who, parameters, body, repeatable, curl, answer, refusals } = operation;
  return (
    <article aria-labelledby={id} className="space-y-4 border-t border-line pt-6">
      <header>
        <h3 id={id} className="text-lg font-semibold">
          {summary}
        </h3>
        <p className="mt-1 font-medium">
          <MethodName method={method} /> <code className="break-all">{path}</code>
        </p>
        {notes ? (
          <p className="mt-2 max-w-3xl">
            <ApiText>{notes}</ApiText>
          </p>
        ) : null}
        <p className="mt-2 max-w-3xl text-sm text-muted">Кто может: {who}.</p>
        {repeatable ? (
          <p className="mt-1 max-w-3xl text-sm text-muted">
            <ApiText>Принимает `Idempotency-Key`: вызов можно безопасно повторить.</ApiText>
          </p>
        ) : null}
      </header>
      {parameters.length > 0 ? (
        <FieldTable caption="Параметры адреса" about={summary} fields={parameters} sent />
      ) : null}
      {body && body.fields.length > 0 ? (
        <FieldTable caption="Тело запроса" about={summary} fields={body.fields} sent />
      ) : null}
      {body?.file ? <p className="max-w-3xl text-sm">Тело запроса: {body.file}</p> : null}
      <div className="grid gap-4 lg:grid-cols-2">
        <CodeBlock label="Пример запроса" about={summary}>
          {curl}
        </CodeBlock>
        <div className="space-y-2">
          <p className="text-sm">
            Ответ {answer.status}: {answer.what}
            {answer.component ? (
              <>
                {' '}
                <ComponentLink name={answer.component} />
              </>
            ) : null}
            .
          </p>
          {answer.example ? (
            <CodeBlock label="Пример ответа" about={summary}>
              {answer.example}
            </CodeBlock>
          ) : null}
        </div>
      </div>
      {refusals.length > 0 ? (
        <div className="text-sm">
          <h4 className="font-medium">Отказы</h4>
          <ul className="mt-1 space-y-0.5">
            {refusals.map((refusal) => (
              <li key={`${refusal.status} ${refusal.type} ${refusal.when}`}>
                <span className="font-medium tabular-nums">{refusal.status}</span> {refusal.title}:{' '}
                <ApiText>{refusal.when}</ApiText>.
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </article>
  );
}
