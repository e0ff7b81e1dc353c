import type { ReactNode } from 'react';
import { ToastRegion } from '@/components/ui/toast';
import type { ViewPreferences } from '@/lib/domain/view-preferences';
import { DemonstrationBanner } from './demonstration-banner';
import { Footer } from './footer';
import { Masthead, NarrowMenu, NoticesLink, type Person, PersonMenu, Scope, ViewMenu } from './masthead';
import type { NavigationItem } from './navigation';
import { NavigationRow } from './navigation-links';
import { PageTransition } from './page-transition';
import { SkipLink } from './skip-link';

export interface PortalShellProps {
  person: Person;
  /** «Город Смоленск», a school's short name, «Смоленская область» */
  scopeName: string;
  /** «2020–2021 учебный год» */
  schoolYear: string | null;
  /** Only places that exist and that the person may enter, in the order of the management cycle. */
  navigation: readonly NavigationItem[];
  unreadNotices: number;
  noticesHref: string;
  profileHref: string;
  demonstration: boolean;
  view: ViewPreferences;
  /** Server actions, given by the layout. */
  keepView: (data: FormData) => Promise<void>;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** What stands around every page behind sign-in. */
export function PortalShell(props: PortalShellProps) {
  const { person, profileHref, signOut, navigation } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header data-shell="header" data-print="none">
        <Masthead scope={<Scope name={props.scopeName} schoolYear={props.schoolYear} />}>
          <ViewMenu view={props.view} keepView={props.keepView} />
          <NoticesLink href={props.noticesHref} unread={props.unreadNotices} />
          <PersonMenu person={person} profileHref={profileHref} signOut={signOut} />
          <NarrowMenu items={navigation} person={person} profileHref={profileHref} signOut={signOut} />
        </Masthead>
        <nav aria-label="Разделы портала" className="hidden border-b border-line bg-surface lg:block">
          <div className="mx-auto max-w-shell px-6">
            <NavigationRow items={navigation} />
          </div>
        </nav>
      </header>
      <p className="hidden text-sm print:block">
        {['Портал МОЦ', props.scopeName, props.schoolYear].filter(Boolean).join(' · ')}
      </p>
      {props.demonstration ? <DemonstrationBanner /> : null}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-shell flex-1 px-4 py-6 outline-none sm:px-6 lg:py-8"
      >
        <PageTransition>{props.children}</PageTransition>
      </main>
      <Footer />
      <ToastRegion />
    </div>
  );
}
