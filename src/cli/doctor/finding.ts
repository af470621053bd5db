/** One thing the doctor looked at: how it is, and, when it is not well, the way on. */
export type Finding = { readonly level: 'good' | 'note' | 'warning' | 'wrong'; readonly what: string; readonly way?: string };

export function good(what: string): Finding {
  return { level: 'good', what };
}

/** Nothing to do; worth knowing. */
export function note(what: string): Finding {
  return { level: 'note', what };
}

export function warning(what: string, way: string): Finding {
  return { level: 'warning', what, way };
}

/** Only these make the doctor end with exit code 1. */
export function wrong(what: string, way: string): Finding {
  return { level: 'wrong', what, way };
}
