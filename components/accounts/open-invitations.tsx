import { SubmitButton } from '@/components/ui/submit-button';
import { ROLE_NAMES } from '@/lib/domain/role-names';
import { formatMoment } from '@/lib/domain/russian';
import type { Me } from '@/lib/portal/accounts/schema';

interface OpenInvitationsProps {
  invitations: readonly { id: string; name: string; email: string; role: Me['role']; place: string; expiresAt: Date }[];
  now: Date;
  revoke: (form: FormData) => Promise<void>;
}

/** Invitations that nobody has accepted yet. */
export function OpenInvitations({ invitations, now, revoke }: OpenInvitationsProps) {
  return (
    <ul className="divide-y divide-line">
      {invitations.map((invitation) => (
        <li key={invitation.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <div className="min-w-0">
            <p className="font-medium break-words">
              {invitation.name} <span className="font-normal text-muted">{invitation.email}</span>
            </p>
            <p className="text-sm text-muted">
              {ROLE_NAMES[invitation.role]}, {invitation.place}. Действует до {formatMoment(invitation.expiresAt, now)}
            </p>
          </div>
          <form action={revoke}>
            <input type="hidden" name="id" value={invitation.id} />
            <SubmitButton size="sm" variant="secondary" aria-label={`Отозвать приглашение: ${invitation.email}`}>
              Отозвать
            </SubmitButton>
          </form>
        </li>
      ))}
    </ul>
  );
}
