import type { z } from 'zod';
import { firstValues } from '../parameters';

type ErrorCode = 'bad_request' | 'not_found' | 'not_implemented' | 'unavailable';
const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  not_found: 404,
  not_implemented: 501,
  unavailable: 503,
};

/** The one shape in which the API says no. */
export function refuse(code: ErrorCode, message: string, details?: unknown): Response {
  return Response.json(
    { error: { code, message, ...(details === undefined ? {} : { details }) } },
    { status: STATUS[code] },
  );
}

/** Checks a request's query string; answers 400 with one sentence for each parameter that is wrong. */
export function readParameters<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): { data: z.infer<Schema>; refusal?: never } | { data?: never; refusal: Response } {
  const parsed = schema.safeParse(firstValues(new URL(request.url).searchParams));
  if (parsed.success) return { data: parsed.data };
  const details = parsed.error.issues.map(({ path, message }) => ({
    parameter: path.join('.'),
    message,
  }));
  const first = details[0];
  return {
    refusal: refuse(
      'bad_request',
      `The parameter “${first?.parameter}” ${first?.message}.`,
      details,
    ),
  };
}
