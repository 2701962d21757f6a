declare const of: unique symbol;

/** An answer of type T as JSON text that PostgreSQL built; it crosses both hops unread. */
export interface Json<T> {
  readonly json: string;
  /** The version of the thing, sent as ETag. */
  readonly etag?: string;
  readonly [of]?: T;
}

/** A page of text, and where the next begins: `after` of the request for it; null: it was the last. */
export interface TextPage {
  readonly body: string;
  readonly next: string | null;
}

/** Brands text as the JSON of T; tests validate every such answer against T's schema. */
export function json<T>(text: string, etag?: string | number): Json<T> {
  return etag === undefined ? { json: text } : { json: text, etag: String(etag) };
}

export function isJson(answer: object): answer is Json<unknown> {
  return typeof (answer as Partial<Json<unknown>>).json === 'string';
}
