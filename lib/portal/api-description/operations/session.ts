import { createdTokenSchema, meSchema, newTokenSchema, tokenSchema } from '@/lib/portal/accounts/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { openApiSchema } from '../answers';
import type { OperationGroup } from '../operation';

export const session: OperationGroup = {
  code: 'session',
  title: 'Кто обращается',
  about: 'Своя учётная запись и личные токены, по которым портал узнаёт программу.',
  operations: [
    {
      id: 'me',
      method: 'GET',
      path: '/me',
      summary: 'Узнать, под кем выполнен вход',
      notes: 'Адрес почты, роль и то, до чего достаёт доступ. По этому вызову удобно проверить токен.',
      may: 'profile.change',
      answer: { item: meSchema },
    },
    {
      id: 'tokens',
      method: 'GET',
      path: '/tokens',
      summary: 'Перечислить действующие личные токены',
      notes: 'Только свои, новые сверху. Сами токены не хранятся и второй раз не показываются.',
      may: 'token.manage',
      query: pagingSchema,
      answer: { page: tokenSchema },
    },
    {
      id: 'createToken',
      method: 'POST',
      path: '/tokens',
      summary: 'Создать личный токен',
      notes: 'Токен показывается один раз, в этом ответе. Срок — не больше года, действующих токенов — не больше 20.',
      may: 'token.manage',
      body: { json: newTokenSchema },
      answer: { item: createdTokenSchema, status: 201 },
      failures: { CONFLICT: 'действующих токенов уже 20' },
    },
    {
      id: 'revokeToken',
      method: 'DELETE',
      path: '/tokens/{id}',
      summary: 'Отозвать личный токен',
      notes: 'С этого мгновения он не действует. Отозвать можно только свой.',
      may: 'token.manage',
      answer: 'nothing',
    },
    {
      id: 'openapi',
      method: 'GET',
      path: '/openapi.json',
      summary: 'Получить это описание для программ',
      notes: 'OpenAPI 3.1: по нему создают клиентов и проверяют запросы. Данных в нём нет.',
      may: null,
      answer: { item: openApiSchema },
    },
  ],
};
