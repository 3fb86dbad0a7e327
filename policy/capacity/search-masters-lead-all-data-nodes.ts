import { storeOf } from "../consistency/chosen-store";
import { dataNodesUnder } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import { releasePolicy } from "../policy";

const DOMAIN = "aws:opensearch/domain:Domain";

export const searchMastersLeadAllDataNodes = releasePolicy({
    id: "search-masters-lead-all-data-nodes",
    title: "The dedicated masters have memory for the domain's data nodes",
    why: "Masters without memory for the cluster's state time out under it: the domain turns red, and indices can be neither made nor moved.",
    fix: "Take a larger dedicatedMasterType, or fewer and larger data nodes",
    severity: "medium",
    links: [
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
    ],
    check: (release, stack, report) => {
        const domain = storeOf(release, stack, DOMAIN);
        const config = domain?.properties.at("clusterConfig");
        if (domain === undefined || config === undefined || config.flag("dedicatedMasterEnabled") !== true) return;
        const type = config.text("dedicatedMasterType") ?? "";
        const most = dataNodesUnder(type);
        if (most === undefined)
            throw new CannotTell(
                `${domain.label}: how many data nodes masters of ${type} lead is not known`,
                domain.urn,
            );
        const nodes = config.number("instanceCount") ?? 1;
        if (nodes <= most) return;
        report.violation(
            `${domain.label}: clusterConfig.instanceCount is ${nodes}, but masters of ${type} lead at most ${most} data nodes. ` +
                "Take a larger dedicatedMasterType, or fewer and larger data nodes.",
            domain,
        );
    },
});
