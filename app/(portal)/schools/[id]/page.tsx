import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { idOf, opened } from '@/app/(portal)/analysis/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { schoolHref } from '@/components/objectivity/addresses';
import { SCHOOL_TABS, type SchoolTab, schoolTab, tabHref } from '@/components/school/addresses';
import { SchoolHeader } from '@/components/school/head/school-header';
import { HistoryTab } from '@/components/school/history/history-tab';
import { PassportTab } from '@/components/school/passport/passport-tab';
import { PointsTab } from '@/components/school/points/points-tab';
import { OtherRulesPanel } from '@/components/school/results/other-rules-panel';
import { ResultsTab } from '@/components/school/results/results-tab';
import { TabLinks } from '@/components/ui/tab-links';
import type { Viewer } from '@/lib/access/viewer';
import { federalRuleOfSchool } from '@/lib/portal/federal-rule/queries';
import { schoolHead, schoolHistory, schoolPassport, schoolPoints, schoolResults } from '@/lib/portal/schools/queries';
import type { SchoolHead } from '@/lib/portal/schools/views';
import { conditionsOfSchool } from '@/lib/portal/social-conditions/queries';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string; year?: string }>;
}

const headOf = cache(schoolHead);

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const head = await headOf(await requireViewer(), idOf((await params).id));
  if (!head.ok) return { title: 'Школа' };
  const tab = head.value.may.results ? schoolTab((await searchParams).tab) : 'passport';
  return { title: `${head.value.shortName}: ${SCHOOL_TABS[tab].toLowerCase()}` };
}

/** One school: what is going on in it and why. Who may not see results (ADMIN) finds the passport alone. */
export default async function SchoolPage({ params, searchParams }: PageProps) {
  const viewer = await requireViewer();
  const id = idOf((await params).id);
  const asked = await searchParams;
  const now = new Date();
  const head = opened(await headOf(viewer, id));
  const tab = head.may.results ? schoolTab(asked.tab) : 'passport';
  return (
    <>
      <SchoolHeader head={head} ownSchool={viewer.schoolId === id} stripOnPaper={tab !== 'history'} now={now} />
      {head.may.results ? (
        <TabLinks
          label="О школе"
          items={[
            ...(Object.keys(SCHOOL_TABS) as SchoolTab[]).map((one) => ({
              href: tabHref(id, one),
              label: SCHOOL_TABS[one],
              current: one === tab,
            })),
            { href: schoolHref(id), label: 'Объективность ВПР', current: false },
            ...(head.may.support ? [{ href: `/support/schools/${id}`, label: 'Поддержка', current: false }] : []),
          ]}
        />
      ) : null}
      <Tab tab={tab} head={head} viewer={viewer} year={asked.year} now={now} />
    </>
  );
}

interface TabProps {
  tab: SchoolTab;
  head: SchoolHead;
  viewer: Viewer;
  year: string | undefined;
  now: Date;
}

async function Tab({ tab, head, viewer, year, now }: TabProps) {
  switch (tab) {
    case 'results':
      return (
        <>
          <ResultsTab head={head} view={opened(await schoolResults(viewer, head.id))} />
          <OtherRules viewer={viewer} schoolId={head.id} />
        </>
      );
    case 'points':
      return <PointsTab head={head} view={opened(await schoolPoints(viewer, head.id, year))} now={now} />;
    case 'history': {
      const passport = await schoolPassport(viewer, head.id);
      if (!passport) notFound();
      const history = opened(await schoolHistory(viewer, head.id));
      return <HistoryTab head={head} passport={passport} view={history} now={now} />;
    }
    case 'passport': {
      const passport = await schoolPassport(viewer, head.id);
      if (!passport) notFound();
      return <PassportTab passport={passport} />;
    }
  }
}

/** The federal rule beside the sums; for МОЦ and СОИРО the index of conditions as well. */
async function OtherRules({ viewer, schoolId }: { viewer: Viewer; schoolId: string }) {
  const rule = await federalRuleOfSchool(viewer, schoolId);
  if (!rule.ok || !rule.value) return null;
  return (
    <OtherRulesPanel rule={rule.value} conditions={await conditionsOfSchool(viewer, rule.value.campaignId, schoolId)} />
  );
}
