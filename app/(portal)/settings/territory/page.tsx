import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { MunicipalityForm, RegionForm } from '@/components/territory/territory-forms';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TableFileLinks } from '@/components/ui/table-file-links';
import { may } from '@/lib/access/policy';
import { territory } from '@/lib/portal/territory/queries';
import { sendMunicipality, sendRegion } from './actions';

export const metadata: Metadata = { title: 'Муниципалитеты' };

export default async function TerritoryPage() {
  const viewer = await requireViewer();
  if (!may(viewer, 'territory.edit')) forbidden();
  const regions = await territory(viewer);
  return (
    <>
      <PageHeader
        title="Регионы и муниципалитеты"
        description="Школы добавляют в разделе «Школы», людей приглашают в разделе «Учётные записи»."
        actions={regions.length > 0 ? <TableFileLinks href="/settings/territory/file" /> : null}
      />
      <div className="space-y-6">
        {regions.length === 0 ? (
          <Panel>
            <EmptyState title="Портал пуст">
              Начните с региона, затем добавьте муниципалитеты и пригласите координатора и руководителей МОЦ.
            </EmptyState>
          </Panel>
        ) : null}
        {regions.map((region) => (
          <Panel key={region.id} title={region.name} description={`Код ${region.code}`} padding="flush">
            <Table caption={`Муниципалитеты: ${region.name}`}>
              <TableHead>
                <TableRow>
                  <HeaderCell>Муниципалитет</HeaderCell>
                  <HeaderCell>Код</HeaderCell>
                  <HeaderCell numeric>Школ</HeaderCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {region.municipalities.map((municipality) => (
                  <TableRow key={municipality.id}>
                    <RowHeader>{municipality.name}</RowHeader>
                    <Cell>{municipality.code}</Cell>
                    <Cell numeric>{municipality.schools}</Cell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Panel>
        ))}
        {regions.length > 0 ? (
          <Panel title="Новый муниципалитет">
            <MunicipalityForm send={sendMunicipality} regions={regions} />
          </Panel>
        ) : null}
        <Panel title="Новый регион">
          <RegionForm send={sendRegion} />
        </Panel>
      </div>
    </>
  );
}
