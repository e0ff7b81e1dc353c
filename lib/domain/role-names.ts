/** What the roles are called on the screen. */
export const ROLE_NAMES = {
  ADMIN: 'Администратор',
  REGION_COORDINATOR: 'Региональный координатор',
  MOC_HEAD: 'Руководитель МОЦ',
  MOC_STAFF: 'Методист МОЦ',
  PRINCIPAL: 'Директор школы',
} as const;
