import { platformPolicies } from "../../policy/compliance/platform";
import { collectFindings } from "../../policy/findings";
import { podsOf } from "../../policy/graph/pods";
import { Stack } from "../../policy/graph/stack";
import { settingValues } from "../../policy/settings";
import { type Manifest, registeredObjects } from "./rendered-stack";

export interface ChartVerdict {
    /** `mandatory k8s-pod-require-seccomp: …`, one for each finding. */
    readonly lines: readonly string[];
    readonly summary: string;
    /** Whether no mandatory rule is broken and there was a pod to look at. */
    readonly isGood: boolean;
}

/** Holds the objects of a rendered chart to the rules that a preview holds registered objects to. */
export function checkChart(objects: readonly Manifest[], namespace: string): ChartVerdict {
    const stack = new Stack(registeredObjects(objects, namespace));
    const rules = platformPolicies.filter(
        (policy) => policy.kind === "stack" && policy.notApplicable(stack) === undefined,
    );
    const findings = rules.flatMap((policy) => {
        if (policy.kind !== "stack") return [];
        const settings = settingValues(policy.id, policy.settings, {});
        const level = policy.level?.is ?? "mandatory";
        return collectFindings((report) => policy.check(stack, report, settings)).map(({ kind, message }) => ({
            level: kind === "unchecked" ? "advisory" : level,
            line: `${policy.id}: ${message}`,
        }));
    });
    const pods = podsOf(stack).length;
    const broken = findings.filter(({ level }) => level === "mandatory").length;
    return {
        lines: findings.map(({ level, line }) => `${level} ${line}`),
        summary:
            pods === 0
                ? `${objects.length} objects and no pod among them: no rule about pods had anything to look at.`
                : `${objects.length} objects, ${pods} of them with pods, held to ${rules.length} rules: ${broken} broken, ${findings.length - broken} remarks.`,
        isGood: broken === 0 && pods > 0,
    };
}
