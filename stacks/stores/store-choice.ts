import type { Provider } from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { ChartValues } from "../../infra/app/chart-values";
import type { TierRoles } from "../../infra/app/tier-roles";
import type { Backend, StorePlacement } from "../../infra/data/backend";
import type { StoreEndpoint } from "../../infra/network/store-endpoints";
import type { PlatformSize } from "../../infra/sizing/platform";
import type { Workload } from "../../infra/sizing/workload";

/** What `docs/backends.md` says of a choice beside what is built, which it reads off the golden graphs. */
export interface StoreAbout {
    /** What it is, by its own name: `Kinesis Data Streams`. */
    readonly title: string;
    /** The values that select it, as a user writes them: `eventbus.backend: kinesis`. */
    readonly select: string;
    /** When to choose it, in one sentence. */
    readonly choose: string;
    /** What bounds it or is lost with it, a sentence each. */
    readonly limits: readonly string[];
}

/** What a choice is judged by: its own settings and what all choices share, so that it can be read alone. */
export interface CheckContext<Settings> {
    /** `kaireon:<block>`, parsed; `undefined` for a choice without settings. */
    readonly settings: Settings;
    readonly region: string;
    readonly zones: readonly string[];
    /** `kaireon:target.decisionsPerSecond`. */
    readonly decisionsPerSecond: number;
    /** `kaireon:target.activeCustomers`. */
    readonly activeCustomers: number | undefined;
    readonly workload: Workload;
    /** The chart's values with the user's, before anything is computed. */
    readonly values: ChartValues;
    readonly size: PlatformSize;
    /** Whether the VPC is a given one, in which this program makes no endpoints. */
    readonly givenVpc: boolean;
    /** Keys that encrypt the secrets of given stores. */
    readonly existingSecretKeyArns: readonly string[];
}

export interface BuildContext<Settings> extends CheckContext<Settings> {
    readonly placement: StorePlacement;
    /** The tiers' roles, for stores whose resource policy names them. */
    readonly roles: TierRoles;
}

/** A cluster that jobs can be given to. */
export interface ClusterAccess {
    readonly clusterName: pulumi.Input<string>;
    readonly provider: Provider;
    readonly waitFor: readonly pulumi.Resource[];
}

/** A store as the stack uses it. */
export interface BuiltStore {
    readonly backend: Backend;
    /** What must have run in the cluster before pods can use the store. */
    readonly admit?: (cluster: ClusterAccess) => readonly pulumi.Resource[];
    /** Host of the writer; of PostgreSQL alone. */
    readonly writerEndpoint?: pulumi.Input<string>;
}

/** One value of one selector: what it takes, what it refuses, and how it is built. One file each, one row in the selector's table. */
export interface StoreChoice<Schema extends z.ZodType | undefined = z.ZodType | undefined> {
    readonly about: StoreAbout;
    /** The schema of `kaireon:<block>`, where the block is the choice's key in the table. */
    readonly settings: Schema;
    /** Whether the chart's values choose it. Of a selector's table exactly one does. */
    selectedBy(workload: Workload, values: ChartValues): boolean;
    /** AWS services that pods call through an interface endpoint. */
    readonly endpoints?: readonly StoreEndpoint[];
    /** What cannot be built, one line each. */
    problems?(context: CheckContext<SettingsOf<Schema>>): readonly string[];
    /** What may be right and could not be checked, or what is lost with the choice. */
    warnings?(context: CheckContext<SettingsOf<Schema>>): readonly string[];
    /** Builds it. Loads its component by itself: what is not chosen costs a preview nothing. */
    build(context: BuildContext<SettingsOf<Schema>>): BuiltStore;
}

type SettingsOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** The settings' schemas of a selector's table, under the names of their blocks. */
export type SchemasOf<Table> = {
    [Key in keyof Table as Table[Key] extends { settings: z.ZodType } ? Key : never]: Table[Key] extends {
        settings: infer Schema;
    }
        ? Schema
        : never;
};

/** @see SchemasOf */
export function schemasOf<Table extends Readonly<Record<string, StoreChoice>>>(table: Table): SchemasOf<Table> {
    const entries = Object.entries(table).flatMap(([key, { settings }]) => (settings ? [[key, settings]] : []));
    return Object.fromEntries(entries);
}
