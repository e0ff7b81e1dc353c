import Link from 'next/link';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { LINK_KIND_NAMES, LINK_KINDS } from '@/lib/domain/aims/positions';
import type { FormState } from '@/lib/domain/form-state';
import type { LinkedThing } from '@/lib/portal/aims/views';

interface LinkedThingsProps {
  links: readonly LinkedThing[];
  /** null: the viewer only reads */
  remove: ((link: string) => (state: FormState, form: FormData) => Promise<FormState>) | null;
}

/** What proves a position, by kind; each opens where it stands. */
export function LinkedThings({ links, remove }: LinkedThingsProps) {
  const kinds = LINK_KINDS.filter((kind) => links.some(({ type }) => type === kind));
  if (kinds.length === 0) return <p className="text-muted">Ссылок пока нет.</p>;
  return (
    <div className="space-y-4">
      {kinds.map((kind) => (
        <div key={kind}>
          <h3 className="font-semibold">{LINK_KIND_NAMES[kind]}</h3>
          <ul className="divide-y divide-line">
            {links
              .filter(({ type }) => type === kind)
              .map((link) => (
                <li key={link.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
                  <div className="min-w-0 flex-1 basis-72 break-words">
                    {link.href ? (
                      <Link href={link.href} className="link">
                        {link.title}
                      </Link>
                    ) : (
                      <span className="text-muted">{link.title}</span>
                    )}
                    {link.note ? <span className="block text-sm text-muted">{link.note}</span> : null}
                  </div>
                  {remove ? (
                    <ActionForm send={remove(`${link.type} ${link.id}`)}>
                      <SubmitButton variant="quiet" size="sm" pendingText="Убираем…">
                        Убрать<span className="sr-only"> «{link.title}»</span>
                      </SubmitButton>
                    </ActionForm>
                  ) : null}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
