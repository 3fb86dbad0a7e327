import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const eksNotCovered: readonly NotCovered[] = [
    { id: "EKS.6", why: TAGS },
    {
        id: "EKS-BPG/reliability/node-per-az-ebs",
        why: "The chart has no StatefulSet and claims no volume; the tier that spreads over zones strictly has a group in each all the same.",
    },
];
