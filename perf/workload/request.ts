/** What a caller of the platform asks. Importable by k6: no module of Node's here, nor in any other file of this folder. */
export type RequestKind = "recommend" | "respond" | "respond-bulk";

export const REQUEST_KINDS: readonly RequestKind[] = ["recommend", "respond", "respond-bulk"];

export interface PlatformRequest {
    readonly kind: RequestKind;
    readonly method: "POST";
    /** Path below the target's URL: `/api/v1/recommend`. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    /** JSON text. */
    readonly body: string;
}

export interface PlatformResponse {
    /** HTTP status; 0 where no answer came. */
    readonly status: number;
    /** The body's text; empty where there is none. */
    readonly body: string;
}
