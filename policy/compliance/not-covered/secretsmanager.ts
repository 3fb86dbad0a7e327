import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const secretsmanagerNotCovered: readonly NotCovered[] = [
    {
        id: "SecretsManager.1",
        why: "Pods read their secrets once, at start, and the application's keys (pepper, connector encryption, signing) would make stored data unreadable when they change: only the password that RDS manages is rotated, together with a refresher (P-SEC-03). secretsmanager-rotation-limit-interval looks at the rotations that there are.",
    },
    {
        id: "SecretsManager.2",
        why: "Whether a rotation succeeded is known at run time alone; RDS rotates its own password without a function that the program could get wrong.",
    },
    { id: "SecretsManager.5", why: TAGS },
];
