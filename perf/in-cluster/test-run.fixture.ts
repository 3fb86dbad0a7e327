import { z } from "zod";

/**
 * The fields of k6-operator's TestRun that this project uses, and no others: a misspelt one is pruned by the API server without a word. From
 * https://github.com/grafana/k6-operator/blob/0541ec5050d17308499bd3447213a5d102a122c6/api/v1alpha1/testrun_types.go
 */
const texts = z.record(z.string(), z.string());
const text = z.enum(["true", "false"]);

const podSchema = z.strictObject({
    image: z.string().optional(),
    env: z.array(z.looseObject({ name: z.string() })).optional(),
    resources: z.strictObject({ requests: texts, limits: texts }),
    metadata: z.strictObject({ annotations: texts.optional(), labels: texts.optional() }).optional(),
    nodeSelector: texts,
    tolerations: z.array(
        z.strictObject({ key: z.string(), operator: z.string(), value: z.string(), effect: z.string() }),
    ),
    topologySpreadConstraints: z.array(z.looseObject({ maxSkew: z.int() })).optional(),
    securityContext: z.strictObject({
        runAsNonRoot: z.boolean(),
        runAsUser: z.int(),
        seccompProfile: z.strictObject({ type: z.string() }),
    }),
    containerSecurityContext: z.strictObject({
        allowPrivilegeEscalation: z.boolean(),
        capabilities: z.strictObject({ drop: z.array(z.string()) }),
    }),
    automountServiceAccountToken: text,
});

export const testRunSchema = z.strictObject({
    apiVersion: z.literal("k6.io/v1alpha1"),
    kind: z.literal("TestRun"),
    metadata: z.strictObject({ name: z.string().regex(/^[a-z0-9-]{1,50}$/), namespace: z.string() }),
    spec: z.strictObject({
        script: z.strictObject({ configMap: z.strictObject({ name: z.string(), file: z.string() }) }),
        parallelism: z.int().min(1),
        separate: z.boolean(),
        quiet: text,
        initializer: podSchema,
        starter: podSchema,
        runner: podSchema,
    }),
});
