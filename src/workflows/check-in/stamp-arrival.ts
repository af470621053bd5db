/** A person comes in: load, decide, save. The unique seat and the unique open stay settle who was first. */
import type { Answer } from '../../platform/http.ts';
import type { stampArrival as contract } from '../../modules/attendance/contract.ts';
import { arrive } from './arrival-facts.ts';

export const stampArrival: Answer<typeof contract> = (exchange, { params, body }) =>
  arrive(exchange, { ...params, at: body.at === undefined ? undefined : new Date(body.at), overCapReason: body.overCapReason });
