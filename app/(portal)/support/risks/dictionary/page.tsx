import type { Metadata } from 'next';
import { opened } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { LineFields } from '@/components/support/line-fields';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { VersionedForm } from '@/components/ui/versioned-form';
import { riskDictionary } from '@/lib/portal/risks/queries';
import { sendFactors } from '../actions';

export const metadata: Metadata = { title: 'Справочник рисков' };

const ACTIVE = [
  { value: 'yes', label: 'действует' },
  { value: 'no', label: 'не используется' },
];

export default async function RiskDictionaryPage() {
  const viewer = await requireViewer();
  const { factors, version } = opened(await riskDictionary(viewer));
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: 'Риски', href: '/support/risks' }]}
        title="Справочник факторов риска"
        description="Новые профили берут действующие факторы. Начатые профили хранят те, с которыми начались."
      />
      {version === 0 ? (
        <Notice tone="info" title="Это предложение портала" className="mb-6">
          Перечень R01–R12 восстановлен по описаниям проекта «500+». Измените его под свой город.
        </Notice>
      ) : null}
      <Panel title="Факторы">
        <VersionedForm send={sendFactors} version={version} className="space-y-6">
          <LineFields
            legend="Фактор и критерии карты, которые на него указывают"
            hint="Критерии — коды или их начала через пробел, например T1.OGE T1.INT.01. Использованный фактор не убирается, а выключается."
            hidden={['code']}
            lines={factors.map(({ code, title, hints, active }) => ({
              code,
              title,
              hints: hints.join(' '),
              active: active ? 'yes' : 'no',
            }))}
            blank={3}
            columns={[
              { name: 'title', label: 'Фактор', className: 'min-w-64 flex-[2]' },
              { name: 'hints', label: 'Критерии', className: 'min-w-40 flex-1' },
              { name: 'active', label: 'Состояние', options: ACTIVE, className: 'w-48' },
            ]}
          />
          <SubmitButton pendingText="Сохраняем…">Сохранить справочник</SubmitButton>
        </VersionedForm>
      </Panel>
    </>
  );
}
