import { Bell, CircleUserRound, Eye, LogOut, Menu, UserRound } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { countOf } from '@/lib/domain/russian';
import { BrandMark } from './brand-mark';
import { DetailsMenu } from './details-menu';
import type { NavigationItem } from './navigation';
import { NavigationColumn } from './navigation-links';
import { ViewPanel, type ViewPanelProps } from './view-panel';

/** The band at the top of every page: its place for the name, the scope and what belongs to the person. */
export function Masthead({ scope, children }: { scope?: ReactNode; children: ReactNode }) {
  return (
    <div className="relative bg-masthead text-on-masthead">
      <div className="mx-auto flex max-w-shell flex-wrap items-center gap-x-2 px-4 lg:gap-x-6 sm:px-6">
        <Link
          href="/"
          className="flex min-h-14 items-center gap-2.5 text-lg font-semibold tracking-tight no-underline lg:min-h-16"
        >
          <BrandMark className="size-8 shrink-0" />
          Портал МОЦ
        </Link>
        {scope ? (
          <div className="order-last w-full min-w-0 border-t border-masthead-line py-2 lg:order-none lg:w-auto lg:border-t-0 lg:border-l lg:py-0 lg:pl-6">
            {scope}
          </div>
        ) : null}
        <div className="ml-auto flex flex-wrap items-center">{children}</div>
      </div>
    </div>
  );
}

/** Whose data these are and of which school year. */
export function Scope({ name, schoolYear }: { name: string; schoolYear: string | null }) {
  return (
    <p className="flex flex-wrap gap-x-2 text-sm lg:block">
      <span className="min-w-0 font-medium lg:block">{name}</span>
      {schoolYear ? <span className="min-w-0 text-masthead-muted lg:block">{schoolYear}</span> : null}
    </p>
  );
}

export function ViewMenu(props: ViewPanelProps) {
  return (
    <DetailsMenu
      label="Версия для слабовидящих"
      summaryClassName="masthead-button"
      summary={
        <>
          <Eye aria-hidden className="size-5 shrink-0" />
          <span className="hidden xl:inline">Версия для слабовидящих</span>
        </>
      }
    >
      <div className="absolute inset-x-0 top-full z-30 border-b border-line bg-raised shadow-raised">
        <div className="mx-auto max-w-shell px-4 py-5 sm:px-6">
          <ViewPanel {...props} />
        </div>
      </div>
    </DetailsMenu>
  );
}

export function NoticesLink({ href, unread }: { href: string; unread: number }) {
  const words = unread > 0 ? countOf(unread, 'непрочитанное', 'непрочитанных', 'непрочитанных') : 'новых нет';
  return (
    <Link href={href} aria-label={`Уведомления: ${words}`} title="Уведомления" className="masthead-button relative">
      <Bell aria-hidden className="size-5 shrink-0" />
      {unread > 0 ? (
        <span aria-hidden className="masthead-count">
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}

export interface Person {
  name: string;
  email: string;
  /** «Руководитель МОЦ» */
  role: string;
}

interface PersonMenuProps {
  person: Person;
  profileHref: string;
  signOut: () => Promise<void>;
}

export function PersonMenu({ person, profileHref, signOut }: PersonMenuProps) {
  return (
    <DetailsMenu
      label={`Учётная запись: ${person.name}`}
      className="relative hidden sm:block"
      summaryClassName="masthead-button"
      summary={
        <>
          <CircleUserRound aria-hidden className="size-5 shrink-0" />
          <span className="hidden max-w-48 truncate lg:inline">{person.name}</span>
        </>
      }
    >
      <div className="absolute top-full right-0 z-30 w-72 max-w-[90vw] rounded-b-lg border border-line bg-raised text-ink shadow-raised">
        <PersonEntries person={person} profileHref={profileHref} signOut={signOut} />
      </div>
    </DetailsMenu>
  );
}

function PersonEntries({ person, profileHref, signOut }: PersonMenuProps) {
  return (
    <>
      <p className="border-b border-line px-4 py-3">
        <span className="block font-semibold">{person.name}</span>
        <span className="block text-sm text-muted">{person.role}</span>
        <span className="block text-sm break-all text-muted">{person.email}</span>
      </p>
      <Link href={profileHref} className="menu-entry">
        <UserRound aria-hidden className="size-5 shrink-0 text-muted" />
        Профиль
      </Link>
      <form action={signOut}>
        <button type="submit" className="menu-entry w-full border-t border-line">
          <LogOut aria-hidden className="size-5 shrink-0 text-muted" />
          Выйти
        </button>
      </form>
    </>
  );
}

/** Everything in one menu on a narrow page: places, profile, sign-out. */
export function NarrowMenu({ items, ...person }: PersonMenuProps & { items: readonly NavigationItem[] }) {
  return (
    <DetailsMenu
      className="lg:hidden"
      summaryClassName="masthead-button"
      summary={
        <>
          <Menu aria-hidden className="size-5 shrink-0" />
          Меню
        </>
      }
    >
      <div className="absolute inset-x-0 top-full z-30 border-b border-line bg-raised text-ink shadow-raised">
        <nav aria-label="Разделы портала">
          <NavigationColumn items={items} />
        </nav>
        <div className="border-t border-line sm:hidden">
          <PersonEntries {...person} />
        </div>
      </div>
    </DetailsMenu>
  );
}
