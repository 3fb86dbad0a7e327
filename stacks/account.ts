import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import { getPartition } from "@pulumi/aws/getPartition";

/** Where the program deploys to, as the credentials say; with it begin the few names that AWS wants given. */
export interface Account {
    readonly accountId: string;
    /** `aws`, `aws-cn` or `aws-us-gov`: the second part of every ARN. */
    readonly partition: string;
    readonly region: string;
    /** `kaireon-large`. */
    readonly namePrefix: string;
}

/** The program's only look-ups in AWS. */
export async function lookUpAccount(region: string, stack: string): Promise<Account> {
    const [{ accountId }, { partition }] = await Promise.all([getCallerIdentity(), getPartition()]);
    return { accountId, partition, region, namePrefix: `kaireon-${stack}` };
}
