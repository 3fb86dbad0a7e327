import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const dynamodbNotCovered: readonly NotCovered[] = [
    { id: "DynamoDB.3", why: "The platform has no DAX cluster: its cache is Redis." },
    { id: "DynamoDB.7", why: "The platform has no DAX cluster: its cache is Redis." },
    { id: "DynamoDB.5", why: TAGS },
];
