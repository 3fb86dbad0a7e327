import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const eksNotCovered: readonly NotCovered[] = [
    { id: "EKS.6", why: TAGS },
    {
        id: "EKS-BPG/reliability/node-per-az-ebs",
        why: "The chart has no StatefulSet and claims no volume; the tier that spreads over zones strictly has a group in each all the same.",
    },
    {
        id: "X-EKS-AUTHMODE",
        why: "By half: the way in is checked by eks-cluster-require-access-entries. That whoever creates the cluster is no administrator of it is not: @pulumi/eks has bootstrapClusterCreatorAdminPermissions fixed to true (docs/decisions/0016).",
    },
];
