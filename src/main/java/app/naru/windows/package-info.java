/**
 * The only place that knows JNA, the registry and elevation: small classes behind the interfaces
 * that the hops declare.
 */
@NullMarked
package app.naru.windows;

import org.jspecify.annotations.NullMarked;
