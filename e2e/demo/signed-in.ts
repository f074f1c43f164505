/** Who uses the customer app. A real one takes this from its own session. */
export const SIGNED_IN = { userId: 'user_demo_ada', organizationId: 'org_demo_acme' } as const
