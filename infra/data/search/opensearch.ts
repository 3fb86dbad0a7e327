import * as iam from "@pulumi/aws/iam";
import * as opensearch from "@pulumi/aws/opensearch";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { podIdentityTrust, policyDocument } from "../../iam/policy-document";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { StoreSecurityGroup } from "../store-security-group";
import { createDomain } from "./domain";
import { domainPolicy, searchGrants } from "./opensearch-access";
import { domainAlarms } from "./opensearch-alarms";
import { SEARCH_ADMIN } from "./search-admin";

export interface OpenSearchArgs {
    readonly placement: StorePlacement;
    /** `OpenSearch_2.19`. */
    readonly engineVersion: string;
    /** `r7g.large.search`. */
    readonly dataInstanceType: string;
    /** 1 or 2, each in a zone of its own, or a multiple of the zones. */
    readonly dataNodes: number;
    /** Three nodes that hold no data and lead the others. Default: true. */
    readonly dedicatedMasters?: boolean;
    readonly masterInstanceType: string;
    /** gp3, of each data node. */
    readonly volumeGb: number;
    /** Roles of the tiers that search (`SEARCH_TIERS`). They pass the domain's access policy; `SearchAccess` tells the security plugin. */
    readonly clientRoleArns: readonly pulumi.Input<string>[];
    /**
     * Creates the role by which OpenSearch reaches into a VPC. An account has one for all its domains: true in an account that has none
     * (`AWSServiceRoleForAmazonOpenSearchService`), in one stack of it only. Default: false.
     */
    readonly createServiceLinkedRole?: boolean;
}

const PORT = 443;
const MASTER_NODES = 3;

/**
 * `opensearch.enabled: true`: a VPC domain, over three zones and with dedicated masters unless it is to be small.
 *
 * Fine-grained access control knows one IAM role from the start, the master user's, and AWS has no API for the others. That one role
 * belongs to no tier: a job in the cluster takes it, once, to give the tiers' roles their rights on indices (`SearchAccess`).
 */
export class OpenSearch extends pulumi.ComponentResource implements Backend {
    /** Host name, without scheme. */
    readonly endpoint: pulumi.Output<string>;
    /** The security plugin's master user. */
    readonly adminRoleArn: pulumi.Output<string>;
    readonly securityGroupId: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    readonly ports = [PORT];
    readonly secretArns: readonly pulumi.Output<string>[] = [];
    readonly secretKeyArns: readonly pulumi.Output<string>[] = [];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: OpenSearchArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:OpenSearch", name, {}, opts);
        const child = { parent: this };
        const { placement } = args;
        const masterNodes = args.dedicatedMasters === false ? 0 : MASTER_NODES;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Search domain ${placement.namePrefix}-${name}`, services: ["logs"] },
            child,
        );
        const group = new StoreSecurityGroup(`${name}-access`, { placement, store: "OpenSearch", port: PORT }, child);
        const { namespace, serviceAccount } = SEARCH_ADMIN;
        const admin = new iam.Role(
            `${name}-admin`,
            {
                description: "Master user of the platform's search domain",
                assumeRolePolicy: policyDocument([podIdentityTrust(namespace, serviceAccount, placement.accountId)]),
            },
            child,
        );
        const domain = createDomain(
            name,
            { ...args, masterNodes, keyArn: key.arn, groupId: group.id, masterUserArn: admin.arn },
            child,
        );
        const policy = new opensearch.DomainPolicy(
            `${name}-policy`,
            {
                domainName: domain.domainName,
                accessPolicies: policyDocument(domainPolicy(domain.arn, [admin.arn, ...args.clientRoleArns])),
            },
            child,
        );
        createAlarms(
            name,
            {
                namespace: "AWS/ES",
                topicArn: placement.alarmTopicArn,
                rows: domainAlarms({
                    domainName: domain.domainName,
                    accountId: placement.accountId,
                    masterNodes,
                    ...args,
                }),
            },
            child,
        );

        this.endpoint = domain.endpoint;
        this.adminRoleArn = admin.arn;
        this.securityGroupId = group.id;
        this.values = {
            config: { SEARCH_INDEX: "opensearch" },
            opensearch: { enabled: true, endpoint: this.endpoint, region: placement.region },
        };
        this.grants = searchGrants(domain.arn);
        this.ready = [group.rule, domain, policy];
        this.registerOutputs({ endpoint: this.endpoint });
    }
}
