import { apiRoute } from '@/app/api/api-route';
import { refusal } from '@/lib/access/policy';
import { askForReport } from '@/lib/portal/reports/commands';
import { madeReports } from '@/lib/portal/reports/queries';
import { madeReportsQuerySchema, reportRequestSchema } from '@/lib/portal/reports/schema';

export const GET = apiRoute({ query: madeReportsQuerySchema }, ({ viewer, query }) => madeReports(viewer, query));

export const POST = apiRoute(
  { body: reportRequestSchema, status: 201, refusal: async (viewer) => refusal(viewer, 'report.make') },
  ({ viewer, body, now }) => askForReport(viewer, body, now),
);
