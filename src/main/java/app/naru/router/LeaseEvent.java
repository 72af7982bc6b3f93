package app.naru.router;

/** Something that became of a kept mapping without being asked for. */
public sealed interface LeaseEvent {

    /** It stands as before, for another lease. */
    record Renewed(Mapping before, Mapping now) implements LeaseEvent {}

    /** It stands anew: the router had forgotten it, or is another one; the port may differ. */
    record MappedAgain(Mapping before, Mapping now) implements LeaseEvent {}

    /** It does not stand any more; it is tried again and again. */
    record Lost(Mapping mapping, Refusal why) implements LeaseEvent {}

    /** It could not be taken back at the end; its lease ends it, if it has one. */
    record LeftOpen(Mapping mapping, Refusal why) implements LeaseEvent {}
}
