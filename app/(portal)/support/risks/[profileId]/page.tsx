import type { Metadata } from 'next';
import { idOf, opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { OpinionFields, RiskItemFields, RiskReading } from '@/components/risks/risk-items';
import { ActionForm } from '@/components/ui/action-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { may } from '@/lib/access/policy';
import { formatDate, formatMoment, formatSchoolYear } from '@/lib/domain/russian';
import { PROFILE_STATUSES } from '@/lib/domain/support/risk';
import { riskProfileView } from '@/lib/portal/risks/queries';
import type { RiskProfileView } from '@/lib/portal/risks/views';
import { sendOpinions, sendRisks, sendStep } from '../actions';

export const metadata: Metadata = { title: 'Профиль рисков школы' };

const TONES = { DRAFT: 'neutral', WITH_SCHOOL: 'warning', VERIFIED: 'success' } as const;

export default async function RiskProfilePage({ params }: { params: Promise<{ profileId: string }> }) {
  const viewer = await requireViewer();
  const id = idOf((await params).profileId);
  const profile = opened(await riskProfileView(viewer, id));
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: 'Риски', href: `/support/risks?year=${profile.schoolYear}` },
          { label: profile.schoolName, href: `/support/schools/${profile.schoolId}` },
        ]}
        kind={profile.schoolName}
        title={`Профиль рисков ${formatSchoolYear(profile.schoolYear)}`}
        status={<Status tone={TONES[profile.status]}>{PROFILE_STATUSES[profile.status]}</Status>}
        description={
          profile.verifiedAt
            ? `Проверен со школой ${formatDate(profile.verifiedAt)}, ${profile.verifiedBy}.`
            : `Изменён ${formatMoment(profile.changedAt, new Date())}, ${profile.changedBy}.`
        }
      />
      <Panel title="Факторы" className="mb-6">
        {profile.mayChange ? (
          <VersionedForm send={sendRisks.bind(null, id)} version={profile.version} className="space-y-6">
            {profile.items.map((item) => (
              <RiskItemFields key={item.factor.code} item={item} findings={profile.findings} />
            ))}
            <SubmitButton pendingText="Сохраняем…">Сохранить</SubmitButton>
          </VersionedForm>
        ) : profile.mayAnswer ? (
          <VersionedForm send={sendOpinions.bind(null, id)} version={profile.version} className="space-y-6">
            {profile.items
              .filter(({ significance }) => significance !== 'NONE')
              .map((item) => (
                <OpinionFields key={item.factor.code} item={item} />
              ))}
            <SubmitButton pendingText="Отправляем…">Отправить ответ</SubmitButton>
          </VersionedForm>
        ) : (
          <div className="space-y-4">
            {profile.items.map((item) => (
              <RiskReading key={item.factor.code} item={item} withTitle />
            ))}
          </div>
        )}
      </Panel>
      {may(viewer, 'risk.change') ? <Steps profile={profile} /> : null}
    </>
  );
}

function Steps({ profile: { id, version, status } }: { profile: RiskProfileView }) {
  const button = (step: 'send' | 'verify' | 'reopen', label: string, variant: 'primary' | 'secondary') => (
    <ActionForm send={sendStep.bind(null, { id, step })}>
      <input type="hidden" name="version" value={version} />
      <SubmitButton variant={variant} pendingText="Минуту…">
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Panel
      title="Проверка со школой"
      description="Школа отвечает о каждом факторе, кроме тех, где риска нет. Проверенный профиль не меняется, пока его не откроют."
    >
      <div className="flex flex-wrap gap-3">
        {status === 'DRAFT' ? button('send', 'Отправить школе', 'primary') : null}
        {status === 'WITH_SCHOOL' ? button('verify', 'Считать проверенным', 'primary') : null}
        {status === 'DRAFT' ? null : button('reopen', 'Вернуть в черновик', 'secondary')}
      </div>
    </Panel>
  );
}
