package app.naru.firewall;

/** Answers what the firewall does with traffic. */
public final class Judge {

    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    /** Returns whether it gets through, and why. */
    public Verdict judge(Question question) {
        return new Hearing(policy, question).verdict();
    }
}
