import { TabLinks } from '@/components/ui/tab-links';

export type AnalysisView = 'list' | 'heat-map' | 'rules' | 'conditions' | 'rescoring';

export interface AnalysisTabsProps {
  campaignId: string;
  municipalityId: string;
  tables: readonly { code: string; title: string }[];
  tableCode: string;
  view: AnalysisView;
}

/** The campaign's tables as lists of schools, the heat map of the table that is shown, other years and other methods. */
export function AnalysisTabs({ campaignId, municipalityId, tables, tableCode, view }: AnalysisTabsProps) {
  const address = `/analysis/campaigns/${campaignId}`;
  const query = (code: string) => `?table=${encodeURIComponent(code)}`;
  return (
    <TabLinks
      label="Разделы анализа"
      items={[
        ...tables.map(({ code, title }) => ({
          href: `${address}${query(code)}`,
          label: title,
          current: view === 'list' && code === tableCode,
        })),
        { href: `${address}/heat-map${query(tableCode)}`, label: 'Тепловая карта', current: view === 'heat-map' },
        { href: `${address}/rules`, label: 'Два правила', current: view === 'rules' },
        { href: `${address}/conditions`, label: 'Социальные условия', current: view === 'conditions' },
        { href: `/analysis/objectivity?municipality=${municipalityId}`, label: 'Объективность', current: false },
        { href: `/analysis/movements?municipality=${municipalityId}`, label: 'Движение по годам', current: false },
        { href: '/analysis/effectiveness', label: 'Эффективность мер', current: false },
        { href: '/analysis/early-warning', label: 'Раннее предупреждение', current: false },
        { href: `${address}/rescoring${query(tableCode)}`, label: 'Другая методика', current: view === 'rescoring' },
      ]}
    />
  );
}
