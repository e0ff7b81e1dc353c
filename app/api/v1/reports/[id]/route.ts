import { apiRoute } from '@/app/api/api-route';
import { madeReport } from '@/lib/portal/reports/queries';

export const GET = apiRoute({}, ({ viewer, params }) => madeReport(viewer, params.id ?? ''));
