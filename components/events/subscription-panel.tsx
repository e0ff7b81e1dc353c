'use client';

import { Check, Copy } from 'lucide-react';
import { useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormState } from '@/lib/domain/form-state';

export interface SubscriptionState extends FormState {
  /** of the feed with its token, shown this once */
  address?: string;
}

interface SubscriptionPanelProps {
  create: (state: SubscriptionState, form: FormData) => Promise<SubscriptionState>;
  revoke: (form: FormData) => Promise<void>;
  /** addresses that work; `said` tells which one and until when */
  held: readonly { id: string; said: string }[];
}

/** Makes the address that a calendar program subscribes to, tells where to put it, and takes it back. */
export function SubscriptionPanel({ create, revoke, held }: SubscriptionPanelProps) {
  const [state, action] = useActionState(create, {});
  return (
    <Panel title="Подписка на календарь" className="mt-6">
      <p className="mb-4 max-w-prose">
        Мероприятия появятся в вашем календаре на компьютере или телефоне; переносы и отмены придут сами. Адрес личный:
        по нему видно то же, что видите вы, поэтому не пересылайте его.
      </p>
      {state.address ? <NewAddress address={state.address} /> : null}
      <form action={action} className="space-y-3">
        <ErrorSummary title={state.failure?.detail} errors={state.failure?.errors} />
        <Checkbox
          name="deadlines"
          value="yes"
          label="Показывать и сроки: карты, программы, рекомендации, обследования"
        />
        <SubmitButton variant="secondary" pendingText="Создаём…">
          Создать адрес подписки
        </SubmitButton>
      </form>
      {held.length > 0 ? (
        <ul className="mt-4 divide-y divide-line border-t border-line" aria-label="Действующие адреса">
          {held.map(({ id, said }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span className="min-w-0">{said}</span>
              <form action={revoke}>
                <input type="hidden" name="id" value={id} />
                <SubmitButton variant="secondary" size="sm" aria-label={`Отозвать: ${said}`}>
                  Отозвать
                </SubmitButton>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
    </Panel>
  );
}

function NewAddress({ address }: { address: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <Notice
      tone="success"
      title="Адрес готов. Скопируйте его сейчас: больше он не будет показан."
      role="status"
      className="mb-4"
    >
      <code className="mt-1 block rounded bg-surface p-2 text-sm break-all select-all">{address}</code>
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          onClick={() =>
            navigator.clipboard.writeText(address).then(
              () => setCopied(true),
              // without the right to the clipboard the address is selected and copied by hand
              () => setCopied(false),
            )
          }
        >
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />} {copied ? 'Скопировано' : 'Скопировать адрес'}
        </Button>
      </div>
      <dl className="mt-3 space-y-2">
        {PROGRAMS.map(([name, steps]) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd>{steps}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}

const PROGRAMS = [
  ['Outlook', 'Календарь → «Добавить календарь» → «Подписаться из Интернета», вставьте адрес и назовите календарь.'],
  ['Google Календарь', 'Слева у «Другие календари» нажмите «+» → «Добавить по URL», вставьте адрес.'],
  ['Яндекс Календарь', 'Слева «Новый календарь» → «Подписка», вставьте адрес в поле ссылки.'],
  ['Телефон Apple', 'Настройки → «Календарь» → «Учётные записи» → «Добавить» → «Другое» → «Подписной календарь».'],
] as const;
