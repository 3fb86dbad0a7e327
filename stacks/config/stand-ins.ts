import { parseSettings } from "./issues";
import type { StackSettings } from "./schema";

/** Required blocks at their most harmless: no check finds anything in them, and nothing in another block because of them. */
const STAND_INS: Readonly<Record<string, (region: string) => unknown>> = {
    zones: (region) => ["a", "b", "c"].map((letter) => `${region}${letter}`),
    target: () => ({ decisionsPerSecond: 1 }),
    cluster: () => ({ adminPrincipalArns: ["arn:aws:iam::000000000000:role/stand-in"] }),
    ingress: (region) => ({
        host: "stand-in.example.com",
        certificateArn: `arn:aws:acm:${region}:000000000000:certificate/00000000-0000-0000-0000-000000000000`,
    }),
    images: () => ({ registry: "stand-in.example.com", tag: "stand-in" }),
};

/**
 * The settings with stand-ins for the blocks that are wrong by themselves, so that the rules between the others can be checked in the
 * same run: a user should not have to correct one line to be told of the next.
 *
 * @param wrong names of the blocks that did not pass, unknown ones among them
 */
export function withStandIns(
    raw: Readonly<Record<string, unknown>>,
    wrong: ReadonlySet<string>,
    region: string,
): StackSettings | undefined {
    const kept = Object.entries(raw).filter(([block]) => !wrong.has(block));
    const replaced = [...wrong]
        .filter((block) => block in STAND_INS)
        .map((block) => [block, STAND_INS[block]?.(region)]);
    return parseSettings(Object.fromEntries([...kept, ...replaced])).settings;
}

/** The block that a line is about: `redis` of `kaireon:redis.shards is 2; …`. */
export function blockOf(line: string): string | undefined {
    return /^kaireon:(\w+)/.exec(line)?.[1];
}
