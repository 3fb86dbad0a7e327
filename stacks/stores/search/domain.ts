import { z } from "zod";
import {
    isBurstable,
    MAX_DATA_NODES_UNDER_T_MASTERS,
    MAX_INSTANCES_PER_DOMAIN,
    MIN_VOLUME_GIB,
    maxVolumeGib,
    SEARCH_TYPES,
} from "../../../infra/facts/opensearch";
import { valueAt } from "../../../infra/sizing/workload";
import { text } from "../../config/fields";
import { unknownType, unlistedType } from "../../config/known-types";
import { problem } from "../../config/problem";
import { isGiven } from "../given";
import type { BuildContext, BuiltStore, CheckContext, StoreChoice } from "../store-choice";

/** `kaireon:search` */
const settings = z
    .strictObject({
        dataInstanceType: z.string().default("r7g.large.search").describe("OpenSearch type of the data nodes."),
        dataNodes: z
            .int()
            .min(1)
            .max(80)
            .default(3)
            .describe("Data nodes: a multiple of the three zones, or 1 or 2, each in a zone of its own."),
        dedicatedMasters: z
            .boolean()
            .default(true)
            .describe(
                "Three nodes that hold no data and lead the others; without them the data nodes lead themselves.",
            ),
        masterInstanceType: z.string().default("m7g.large.search").describe("OpenSearch type of the three masters."),
        volumeGb: z.int().min(MIN_VOLUME_GIB).max(36864).default(100).describe("gp3 volume of a data node, in GiB."),
        engineVersion: text(/^OpenSearch_\d+\.\d+$/, "it is no OpenSearch version", "Write it as OpenSearch_2.19")
            .default("OpenSearch_2.19")
            .describe("Version, such as OpenSearch_2.19."),
        createServiceLinkedRole: z
            .boolean()
            .default(false)
            .describe(
                "Create the role by which OpenSearch reaches into a VPC: true in the first stack of an account that has none.",
            ),
    })
    .prefault({})
    .describe("OpenSearch domain, built when the chart's opensearch.enabled is true.");

type DomainSettings = z.output<typeof settings>;

/** An OpenSearch domain in the VPC. */
export const searchDomain: StoreChoice<typeof settings> = {
    about: {
        title: "OpenSearch domain",
        select: "opensearch.enabled: true, and no opensearch.endpoint",
        choose: "By default: PostgreSQL's text search is for small fleets.",
        limits: [
            "The account needs OpenSearch's service-linked role, once.",
            `At most ${MAX_INSTANCES_PER_DOMAIN} instances.`,
        ],
    },
    settings,
    selectedBy: ({ search }, values) => search && !isGiven(values, "opensearch.endpoint"),
    problems: (context) => [...typeProblems(context), ...nodeProblems(context), ...volumeProblems(context)],
    warnings: (context) => [
        ...typesToCheck(context.settings).flatMap(([key, type]) =>
            unlistedType(key, type, SEARCH_TYPES, "OpenSearch types"),
        ),
        ...availabilityWarnings(context),
    ],
    build: buildDomain,
};

/** The types in use, by their keys. */
function typesToCheck({ dataInstanceType, dedicatedMasters, masterInstanceType }: DomainSettings) {
    const masters = dedicatedMasters ? [["kaireon:search.masterInstanceType", masterInstanceType] as const] : [];
    return [["kaireon:search.dataInstanceType", dataInstanceType] as const, ...masters];
}

function typeProblems({ settings: search }: CheckContext<DomainSettings>): readonly string[] {
    return typesToCheck(search).flatMap(([key, type]) =>
        unknownType(key, type, SEARCH_TYPES, "OpenSearch has no such type"),
    );
}

function nodeProblems({ settings: search, zones, size }: CheckContext<DomainSettings>): readonly string[] {
    const { dataInstanceType, dataNodes } = search;
    const key = "kaireon:search.dataNodes";
    const problems: string[] = [];
    if (dataNodes > zones.length && dataNodes % zones.length !== 0) {
        const rule = `the nodes are spread over ${zones.length} zones and their number must be a multiple`;
        problems.push(problem(key, dataNodes, rule, `Set it to ${Math.ceil(dataNodes / zones.length) * zones.length}`));
    }
    if (dataNodes + size.searchMasters > MAX_INSTANCES_PER_DOMAIN) {
        const rule = `with ${size.searchMasters} masters the domain has more than ${MAX_INSTANCES_PER_DOMAIN} instances`;
        problems.push(problem(key, dataNodes, rule, "Lower it and take a larger type"));
    }
    if (isBurstable(dataInstanceType) && dataNodes > MAX_DATA_NODES_UNDER_T_MASTERS) {
        const rule = `a domain has at most ${MAX_DATA_NODES_UNDER_T_MASTERS} nodes of ${dataInstanceType}`;
        problems.push(problem(key, dataNodes, rule, "Lower it, or take a type of another family"));
    }
    return problems;
}

/** What a small domain does without. */
function availabilityWarnings({ settings: search, zones }: CheckContext<DomainSettings>): readonly string[] {
    const { dataInstanceType, dataNodes, dedicatedMasters } = search;
    const warnings: string[] = [];
    if (dataNodes < zones.length) {
        const lost =
            dataNodes === 1
                ? "the node takes the index with it, back to the last hourly snapshot"
                : "a lost zone takes half of it";
        const rule = `the domain lies in ${dataNodes} of ${zones.length} zones: ${lost}`;
        warnings.push(
            problem("kaireon:search.dataNodes", dataNodes, rule, `Set it to ${zones.length} where searches matter`),
        );
    }
    if (!dedicatedMasters) {
        const rule = "the data nodes lead the domain beside their work, and a busy one can lose it";
        warnings.push(
            problem("kaireon:search.dedicatedMasters", dedicatedMasters, rule, "Set it to true where searches matter"),
        );
    }
    if (isBurstable(dataInstanceType)) {
        const rule = "it runs on CPU credits, without Auto-Tune, and slows down when they are used up";
        warnings.push(
            problem(
                "kaireon:search.dataInstanceType",
                dataInstanceType,
                rule,
                "Take a type of another family under steady load",
            ),
        );
    }
    return warnings;
}

function volumeProblems({ settings: { dataInstanceType, volumeGb } }: CheckContext<DomainSettings>): readonly string[] {
    const largest = maxVolumeGib(dataInstanceType);
    if (largest === undefined || volumeGb <= largest) return [];
    const rule = `${dataInstanceType} takes volumes up to ${largest} GiB`;
    return [problem("kaireon:search.volumeGb", volumeGb, rule, "Lower it, add data nodes, or take a larger type")];
}

function buildDomain({ placement, settings: search, roles, values }: BuildContext<DomainSettings>): BuiltStore {
    const { OpenSearch } =
        require("../../../infra/data/search/opensearch") as typeof import("../../../infra/data/search/opensearch");
    const { SEARCH_TIERS } =
        require("../../../infra/data/search/opensearch-access") as typeof import("../../../infra/data/search/opensearch-access");
    const { SearchAccess } =
        require("../../../infra/data/search/search-access") as typeof import("../../../infra/data/search/search-access");
    const clientRoleArns = roles.arns(SEARCH_TIERS);
    const domain = new OpenSearch("search", { placement, ...search, clientRoleArns });
    return {
        backend: domain,
        admit: ({ provider, ...cluster }) => {
            // The image of the cron jobs: it has curl and a shell, and the nodes pull it anyway.
            const image = `${valueAt(values, "cron.image.repository")}:${valueAt(values, "cron.image.tag")}`;
            const { region } = placement;
            const args = { domain, clientRoleArns, region, image, ...cluster };
            return new SearchAccess("search-access", args, { provider }).ready;
        },
    };
}
