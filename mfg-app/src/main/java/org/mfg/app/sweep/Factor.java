package org.mfg.app.sweep;

import java.util.Map;

/** One of the sets whose product a {@link Plan} is: the values of a setting, or sample points of several settings. */
public interface Factor {

    /** The number of elements. */
    int size();

    /** Adds the settings of element k, by name. */
    void put(int k, Map<String, Object> point);
}
