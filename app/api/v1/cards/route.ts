import { apiRoute } from '@/app/api/api-route';
import { cardsInScope } from '@/lib/portal/cards/queries';
import { cardListQuerySchema } from '@/lib/portal/cards/schema';

export const GET = apiRoute({ query: cardListQuerySchema }, ({ viewer, query }) => cardsInScope(viewer, query));
