import type { NavigationItem } from '@/components/shell/navigation';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';

/** The places that this viewer may enter, in the order of the management cycle. */
export function navigationOf(viewer: Viewer): NavigationItem[] {
  const items: NavigationItem[] = [{ label: 'Главная', href: '/', part: 'home' }];
  if (may(viewer, 'dashboard.read')) items.push({ label: 'Обзор', href: '/dashboard', part: 'home' });
  if (may(viewer, 'aims.read')) items.push({ label: 'Цели', href: '/aims', part: 'cycle' });
  if (may(viewer, 'campaign.board') || viewer.role === 'PRINCIPAL')
    items.push({ label: 'Мониторинг', href: '/monitoring', part: 'cycle' });
  if (may(viewer, 'ranking.read')) items.push({ label: 'Анализ', href: '/analysis', part: 'cycle' });
  if (may(viewer, 'support.read')) items.push({ label: 'Поддержка', href: '/support', part: 'cycle' });
  if (may(viewer, 'import.read')) items.push({ label: 'Данные', href: '/data', part: 'cycle' });
  if (may(viewer, 'event.read')) items.push({ label: 'Календарь', href: '/calendar', part: 'places' });
  if (may(viewer, 'document.read')) items.push({ label: 'Библиотека', href: '/library', part: 'places' });
  if (viewer.role === 'PRINCIPAL' && viewer.schoolId) {
    items.push({ label: 'Моя школа', href: `/schools/${viewer.schoolId}`, within: '/schools', part: 'places' });
  } else if (may(viewer, 'school.read')) {
    items.push({ label: 'Школы', href: '/schools', part: 'places' });
  }
  if (may(viewer, 'report.make')) items.push({ label: 'Отчёты', href: '/reports', part: 'places' });
  if (viewer.role === 'REGION_COORDINATOR') items.push({ label: 'Регион', href: '/region', part: 'places' });
  items.push({ label: 'Настройки', href: '/settings/profile', within: '/settings', part: 'settings' });
  return items;
}
