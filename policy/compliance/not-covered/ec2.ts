import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const ec2NotCovered: readonly NotCovered[] = [
    {
        id: "EC2.7",
        why: "A setting of the account and region, not of a stack: two stacks would fight over it. The nodes' volumes are encrypted by the launch template, whatever the account says.",
    },
    { id: "EC2.16", why: "The program makes no network ACL: security groups decide." },
    { id: "EC2.17", why: "The page itself exempts nodes of EKS: the VPC CNI attaches further interfaces." },
    { id: "EC2.21", why: "The program makes no network ACL: security groups decide." },
    { id: "CIS-AWS-5.0.0/5.2", why: "The program makes no network ACL: security groups decide." },
    { id: "CKV_AWS_352", why: "The program makes no network ACL: security groups decide." },
    {
        id: "EC2.28",
        why: "The chart keeps nothing on volumes: every store is a service of AWS with backups of its own.",
    },
    {
        id: "EC2.57",
        why: "Nodes have no permission for Systems Manager, and people come in through the Kubernetes API. Where they do, add ssm to the setting services of ec2-vpc-require-interface-endpoints.",
    },
    {
        id: "EC2.172",
        why: "Blocking the internet gateway for the region cuts off the load balancer that is meant to be public; a setting of the account.",
    },
    { id: "EC2.182", why: "A setting of the account and region; the program makes no snapshot of a volume." },
    {
        id: "CKV_AWS_189",
        why: "The nodes' volumes hold images and scratch files and are encrypted by the account's key for EBS. With another key Auto Scaling's service-linked role would need a grant, and no node starts without it.",
    },
    {
        id: "CKV2_AWS_5",
        why: "A group that a stack exports for another one looks unused; the program's own tests hold its groups to what they are for.",
    },
    { id: "EC2.40", why: TAGS },
    { id: "EC2.42", why: TAGS },
    { id: "EC2.43", why: TAGS },
    { id: "EC2.44", why: TAGS },
    { id: "EC2.46", why: TAGS },
    { id: "EC2.48", why: TAGS },
    { id: "EC2.175", why: TAGS },
];
