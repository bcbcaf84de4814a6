"""Apache Spark as the place of builds: how its session is made, loaded, read and published in."""
