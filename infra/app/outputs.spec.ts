import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { resolved } from "../../test/mocks";
import { stackOutputs } from "./outputs";

describe("stackOutputs", () => {
    const outputs = stackOutputs({
        region: "eu-west-1",
        host: "decisions.example.com",
        namespace: "kaireon",
        ingressName: "kaireon-api",
        clusterName: pulumi.output("kaireon-1a2b3c4"),
        databaseWriterEndpoint: "writer.example",
        applicationSecretArn: "arn:secret",
        alarmTopicArn: "arn:topic",
        interactionStore: "dynamodb",
        interactionStoreBefore: undefined,
    });

    it("say where the platform is and how to reach it", async () => {
        assert.deepEqual(await resolved(pulumi.all({ ...outputs })), {
            applicationUrl: "https://decisions.example.com",
            loadBalancerCommand:
                "kubectl --namespace kaireon get ingress kaireon-api --output jsonpath='{.status.loadBalancer.ingress[0].hostname}'",
            clusterName: "kaireon-1a2b3c4",
            kubeconfigCommand: "aws eks update-kubeconfig --region eu-west-1 --name kaireon-1a2b3c4",
            databaseWriterEndpoint: "writer.example",
            applicationSecretArn: "arn:secret",
            alarmTopicArn: "arn:topic",
            interactionStore: "dynamodb",
            interactionStoreBefore: "dynamodb",
        });
    });

    it("hold no secret", async () => {
        assert.equal(await pulumi.isSecret(pulumi.output({ ...outputs })), false);
    });
});
