import type { View } from "../graph/view";

/** An ARN and where it stands; region and account are empty where the service has none. */
export interface PlacedArn {
    readonly path: string;
    readonly text: string;
    readonly region: string;
    readonly account: string;
}

/** The ARNs among the known texts below a place. */
export function arnsBelow(place: View): readonly PlacedArn[] {
    const { raw, path } = place;
    if (place.state !== "known") return [];
    if (typeof raw === "object" && raw !== null) return Object.keys(raw).flatMap((key) => arnsBelow(place.at([key])));
    const [, region = "", account = ""] =
        /^arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]*):(\d{12}|aws|):.+$/.exec(String(raw)) ?? [];
    if (region === "" && account === "") return [];
    return [{ path, text: String(raw), region, account: account === "aws" ? "" : account }];
}
