import type { Metadata } from 'next';
import Link from 'next/link';
import { requireViewer } from '@/app/(portal)/viewer';
import { ApiContents } from '@/components/api-reference/api-contents';
import { CodeBlock } from '@/components/api-reference/code-block';
import { PageHeader } from '@/components/ui/page-header';
import { publicAddress } from '@/lib/env';
import { apiReference } from '@/lib/portal/api-description/queries';

export const metadata: Metadata = { title: 'API' };

export default async function ApiPage() {
  await requireViewer();
  const address = publicAddress();
  return (
    <>
      <PageHeader
        title="API"
        description="Для программ, которым нужны карты, рейтинги и списки портала: адреса, права, примеры и отказы."
      />
      <ApiContents
        reference={apiReference(address)}
        start={
          <div className="space-y-3">
            <ol className="max-w-3xl list-decimal space-y-1 pl-5">
              <li>
                Создайте в{' '}
                <Link href="/settings/profile" className="link">
                  профиле
                </Link>{' '}
                личный токен с назначением «Программы (API)» и сохраните его: второй раз он не показывается.
              </li>
              <li>Передавайте его в заголовке каждого вызова. Программа увидит то же, что видите вы, и не больше.</li>
              <li>
                Описание для программ (OpenAPI 3.1) —{' '}
                <a href="/api/v1/openapi.json" className="link">
                  /api/v1/openapi.json
                </a>
                .
              </li>
            </ol>
            <CodeBlock label="Проверить токен">
              {`TOKEN='вставьте токен'\ncurl -H "Authorization: Bearer $TOKEN" '${address}/api/v1/me'`}
            </CodeBlock>
          </div>
        }
      />
    </>
  );
}
