import facts from "./opensearch.json";

const MAX_VOLUME_GIB = new Map<string, number>(Object.entries(facts.dataNodes));

/** Types whose volume limits are known. */
export const SEARCH_TYPES: readonly string[] = [...MAX_VOLUME_GIB.keys()];
export const MIN_VOLUME_GIB = facts.rows["volume.min"].value;
export const MAX_INSTANCES_PER_DOMAIN = facts.rows["instances-per-domain"].value;
/** T2 and T3 masters lead at most this many data nodes. */
export const MAX_DATA_NODES_UNDER_T_MASTERS = facts.rows["masters.t2-t3"].value;

/** The largest gp3 volume of a data node's type, in GiB. */
export function maxVolumeGib(type: string): number | undefined {
    return MAX_VOLUME_GIB.get(type);
}

/** T2 and T3: for trials, on credits of CPU and without Auto-Tune. */
export function isBurstable(type: string): boolean {
    return /^t\d/.test(type);
}
