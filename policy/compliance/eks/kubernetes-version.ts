import type { View } from "../../graph/view";

/**
 * The oldest version in standard support in November 2026: 1.33 left it on 2026-07-29, 1.34 leaves it on 2026-12-02.
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
export const OLDEST_VERSION = "1.34";

/** 135 for `1.35`. */
export function minorOf(version: string): number {
    const [, major = "0", minor = "0"] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
    return Number(major) * 100 + Number(minor);
}

/** The version that a resource names, if it does. */
export function versionAt(place: View): number | undefined {
    const version = place.text();
    return version === undefined ? undefined : minorOf(version);
}
