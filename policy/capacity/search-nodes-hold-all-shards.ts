import { storeOf } from "../consistency/chosen-store";
import { SHARDS_PER_HEAP_GIB, searchMemoryGib } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import { releasePolicy } from "../policy";

const DOMAIN = "aws:opensearch/domain:Domain";
/** OpenSearch gives the JVM half of the memory, and at most this much. */
const LARGEST_HEAP_GIB = 32;

export const searchNodesHoldAllShards = releasePolicy({
    id: "search-nodes-hold-all-shards",
    title: "The data nodes left when a zone is lost have heap for every shard",
    why: "Each shard takes heap whether it is searched or not: above AWS's advice the nodes collect garbage instead of answering.",
    fix: "Take a larger instanceType or more data nodes, or state in shards what the indices really have",
    severity: "medium",
    links: ["https://docs.aws.amazon.com/opensearch-service/latest/developerguide/bp-sharding.html"],
    settings: {
        shards: {
            description:
                "Shards of all indices, copies included. The vendor states no figure: read it from _cat/shards and set it",
            default: 150,
            minimum: 1,
        },
    },
    check: (release, stack, report, { shards }) => {
        const domain = storeOf(release, stack, DOMAIN);
        if (domain === undefined) return;
        const config = domain.properties.at("clusterConfig");
        const type = config.text("instanceType") ?? "";
        const memory = searchMemoryGib(type);
        if (memory === undefined)
            throw new CannotTell(`${domain.label}: how much memory a node of ${type} has is not known`, domain.urn);
        const nodes = config.number("instanceCount") ?? 1;
        const zones =
            config.flag("zoneAwarenessEnabled") === true
                ? (config.number("zoneAwarenessConfig.availabilityZoneCount") ?? 2)
                : 1;
        const left = zones > 1 ? nodes - Math.ceil(nodes / zones) : nodes;
        const perNode = Math.floor(Math.min(LARGEST_HEAP_GIB, memory / 2) * SHARDS_PER_HEAP_GIB);
        if (shards <= left * perNode) return;
        report.violation(
            `${domain.label}: ${left} of ${nodes} data nodes of ${type} are left when a zone is lost and carry ${left * perNode} shards (${perNode} each), ` +
                `but the indices have ${shards}. Take a larger clusterConfig.instanceType, or more data nodes.`,
            domain,
        );
    },
});
